/** Processes and pid files, tested on real processes. */
@NullMarked
package dev.backstep.stack.process;

import org.jspecify.annotations.NullMarked;
