/** Sentences about the whole, tried on real processes. */
@NullMarked
package dev.backstep.e2e;

import org.jspecify.annotations.NullMarked;
