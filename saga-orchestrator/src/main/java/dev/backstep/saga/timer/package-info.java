/** Wakes sagas whose time has come; several instances share the work. */
@NullMarked
package dev.backstep.saga.timer;

import org.jspecify.annotations.NullMarked;
