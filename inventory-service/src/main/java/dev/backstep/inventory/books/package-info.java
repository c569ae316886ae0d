/** What the books of this service say. */
@NullMarked
package dev.backstep.inventory.books;

import org.jspecify.annotations.NullMarked;
