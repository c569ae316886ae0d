/** The rounds of one run, in their order, and what they came to. */
@NullMarked
package dev.backstep.bench.run;

import org.jspecify.annotations.NullMarked;
