/** Tests. */
@NullMarked
package dev.backstep.reads.pace;

import org.jspecify.annotations.NullMarked;
