/** The commands behind ./backstep. */
@NullMarked
package dev.backstep.stack.cli;

import org.jspecify.annotations.NullMarked;
