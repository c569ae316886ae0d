/** Where time, ids, definitions and policies come from. */
@NullMarked
package dev.backstep.saga.wiring;

import org.jspecify.annotations.NullMarked;
