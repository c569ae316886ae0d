/** Tests. */
@NullMarked
package dev.backstep.bench.cost;

import org.jspecify.annotations.NullMarked;
