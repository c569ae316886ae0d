/** What each way to keep reads from lying costs, and how often it lies. */
@NullMarked
package dev.backstep.bench.reads;

import org.jspecify.annotations.NullMarked;
