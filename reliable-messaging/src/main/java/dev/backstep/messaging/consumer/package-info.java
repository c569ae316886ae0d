/**
 * Takes topics in: a thread per channel polls, hands the poll over, and commits what is applied.
 */
@NullMarked
package dev.backstep.messaging.consumer;

import org.jspecify.annotations.NullMarked;
