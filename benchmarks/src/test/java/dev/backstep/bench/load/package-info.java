/** Tests. */
@NullMarked
package dev.backstep.bench.load;

import org.jspecify.annotations.NullMarked;
