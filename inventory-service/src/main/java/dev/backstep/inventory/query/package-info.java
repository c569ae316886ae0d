/** Reads out: the products and what is available of them. */
@NullMarked
package dev.backstep.inventory.query;

import org.jspecify.annotations.NullMarked;
