/** Tests. */
@NullMarked
package dev.backstep.bench.cli;

import org.jspecify.annotations.NullMarked;
