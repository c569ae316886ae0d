/** Messages written in the same transaction as the change they tell of. */
@NullMarked
package dev.backstep.messaging.outbox;

import org.jspecify.annotations.NullMarked;
