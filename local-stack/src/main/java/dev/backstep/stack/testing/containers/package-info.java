/** Servers of test stacks as containers, by Testcontainers. */
@NullMarked
package dev.backstep.stack.testing.containers;

import org.jspecify.annotations.NullMarked;
