/** The words of the console for steps, directions and causes. */
@NullMarked
package dev.backstep.saga.words;

import org.jspecify.annotations.NullMarked;
