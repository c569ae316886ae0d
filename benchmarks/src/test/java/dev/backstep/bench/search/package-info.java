/** Tests. */
@NullMarked
package dev.backstep.bench.search;

import org.jspecify.annotations.NullMarked;
