/** What a stack consists of, on which ports, and where it keeps its files. */
@NullMarked
package dev.backstep.stack.layout;

import org.jspecify.annotations.NullMarked;
