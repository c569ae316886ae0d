/** Tokens, tested by verifying them. */
@NullMarked
package dev.backstep.stack.token;

import org.jspecify.annotations.NullMarked;
