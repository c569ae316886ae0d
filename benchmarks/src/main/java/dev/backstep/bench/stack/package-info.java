/** The stack under load: what is on its shelves, and what its processes use. */
@NullMarked
package dev.backstep.bench.stack;

import org.jspecify.annotations.NullMarked;
