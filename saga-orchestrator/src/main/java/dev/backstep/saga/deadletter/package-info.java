/** The dead letters of every service: kept, shown, and sent again. */
@NullMarked
package dev.backstep.saga.deadletter;

import org.jspecify.annotations.NullMarked;
