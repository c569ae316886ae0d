/** Tests. */
@NullMarked
package dev.backstep.reads.cache;

import org.jspecify.annotations.NullMarked;
