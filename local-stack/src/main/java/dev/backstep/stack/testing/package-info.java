/** The stack for tests: real servers on free ports, shared by all tests of a JVM. */
@NullMarked
package dev.backstep.stack.testing;

import org.jspecify.annotations.NullMarked;
