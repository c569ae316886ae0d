/** What a stack consists of, tested. */
@NullMarked
package dev.backstep.stack.layout;

import org.jspecify.annotations.NullMarked;
