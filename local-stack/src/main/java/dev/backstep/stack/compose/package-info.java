/** What containers of the stack are told: the same as its processes, by files. */
@NullMarked
package dev.backstep.stack.compose;

import org.jspecify.annotations.NullMarked;
