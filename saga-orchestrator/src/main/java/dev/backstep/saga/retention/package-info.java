/** Finished sagas go to an archive after a while, and out of it after another. */
@NullMarked
package dev.backstep.saga.retention;

import org.jspecify.annotations.NullMarked;
