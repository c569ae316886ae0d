/** The commands behind {@code ./backstep bench}. */
@NullMarked
package dev.backstep.bench.cli;

import org.jspecify.annotations.NullMarked;
