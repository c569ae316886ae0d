/** Reads, over HTTP. */
@NullMarked
package dev.backstep.inventory.query;

import org.jspecify.annotations.NullMarked;
