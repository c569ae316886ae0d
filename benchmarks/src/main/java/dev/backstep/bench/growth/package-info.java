/** A system that has worked for months: millions of finished sagas in its tables. */
@NullMarked
package dev.backstep.bench.growth;

import org.jspecify.annotations.NullMarked;
