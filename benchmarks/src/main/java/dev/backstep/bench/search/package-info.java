/**
 * Finds the highest rate that is held. Pure: it is told what happened and says what to try next.
 */
@NullMarked
package dev.backstep.bench.search;

import org.jspecify.annotations.NullMarked;
