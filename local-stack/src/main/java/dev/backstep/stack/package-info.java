/** Starts, stops and watches the processes of one stack. */
@NullMarked
package dev.backstep.stack;

import org.jspecify.annotations.NullMarked;
