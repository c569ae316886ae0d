/** What is known of an engine before tests use it. */
@NullMarked
package dev.backstep.stack.testing.containers;

import org.jspecify.annotations.NullMarked;
