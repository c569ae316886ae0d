/** Which server answers a read; pure. */
@NullMarked
package dev.backstep.reads.routing;

import org.jspecify.annotations.NullMarked;
