/** Serves the console's document at every address of its pages. */
@NullMarked
package dev.backstep.saga.console;

import org.jspecify.annotations.NullMarked;
