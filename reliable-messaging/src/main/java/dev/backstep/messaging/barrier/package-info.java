/** The participant's row per saga and step: makes do and undo idempotent, stops a late do. */
@NullMarked
package dev.backstep.messaging.barrier;

import org.jspecify.annotations.NullMarked;
