/** The test stack, tested for real. */
@NullMarked
package dev.backstep.stack.testing;

import org.jspecify.annotations.NullMarked;
