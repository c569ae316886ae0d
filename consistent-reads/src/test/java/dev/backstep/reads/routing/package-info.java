/** Tests. */
@NullMarked
package dev.backstep.reads.routing;

import org.jspecify.annotations.NullMarked;
