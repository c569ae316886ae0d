/**
 * Kept figures: how many sagas are where, what they are found by, how long things take. Folded from
 * the changes of the last second, off the hot path, by whichever instance comes first.
 */
@NullMarked
package dev.backstep.saga.figures;

import org.jspecify.annotations.NullMarked;
