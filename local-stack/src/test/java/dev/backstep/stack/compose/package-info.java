/** What containers are told, tested. */
@NullMarked
package dev.backstep.stack.compose;

import org.jspecify.annotations.NullMarked;
