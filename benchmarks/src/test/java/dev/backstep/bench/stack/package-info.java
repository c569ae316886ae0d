/** Tests. */
@NullMarked
package dev.backstep.bench.stack;

import org.jspecify.annotations.NullMarked;
