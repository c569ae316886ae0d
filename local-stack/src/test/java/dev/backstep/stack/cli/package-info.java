/** The commands, tested from outside. */
@NullMarked
package dev.backstep.stack.cli;

import org.jspecify.annotations.NullMarked;
