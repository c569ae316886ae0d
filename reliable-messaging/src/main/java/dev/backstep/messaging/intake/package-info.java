/**
 * Messages in: a poll is one transaction; transient failures are retried in place, poison goes to
 * dead letters.
 */
@NullMarked
package dev.backstep.messaging.intake;

import org.jspecify.annotations.NullMarked;
