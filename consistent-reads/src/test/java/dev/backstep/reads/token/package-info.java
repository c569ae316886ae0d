/** Tests. */
@NullMarked
package dev.backstep.reads.token;

import org.jspecify.annotations.NullMarked;
