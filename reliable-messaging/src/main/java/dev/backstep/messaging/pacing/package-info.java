/**
 * How fast loops turn: half of the time while messages come singly, more slowly and with more while
 * they queue.
 */
@NullMarked
package dev.backstep.messaging.pacing;

import org.jspecify.annotations.NullMarked;
