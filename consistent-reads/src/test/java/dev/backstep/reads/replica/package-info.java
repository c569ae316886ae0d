/** Tests. */
@NullMarked
package dev.backstep.reads.replica;

import org.jspecify.annotations.NullMarked;
