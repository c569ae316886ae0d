/** Tests. */
@NullMarked
package dev.backstep.reads.memory;

import org.jspecify.annotations.NullMarked;
