/** Tests. */
@NullMarked
package dev.backstep.reads;

import org.jspecify.annotations.NullMarked;
