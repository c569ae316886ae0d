/**
 * Plays any saga definition against model participants, with a fault at every step, and verifies
 * that nothing is left behind.
 */
@NullMarked
package dev.backstep.saga.kit;

import org.jspecify.annotations.NullMarked;
