/** Tests. */
@NullMarked
package dev.backstep.reads.position;

import org.jspecify.annotations.NullMarked;
