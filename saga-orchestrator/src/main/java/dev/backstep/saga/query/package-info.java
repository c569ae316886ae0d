/** Reads out: sagas, their steps, their logs. */
@NullMarked
package dev.backstep.saga.query;

import org.jspecify.annotations.NullMarked;
