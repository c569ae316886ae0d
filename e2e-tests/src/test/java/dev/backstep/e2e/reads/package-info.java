/** Reads that never lie, on real processes: replica behind, servers dying, Redis forgetting. */
@NullMarked
package dev.backstep.e2e.reads;

import org.jspecify.annotations.NullMarked;
