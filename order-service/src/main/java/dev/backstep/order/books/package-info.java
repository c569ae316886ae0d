/** What the books of this service say. */
@NullMarked
package dev.backstep.order.books;

import org.jspecify.annotations.NullMarked;
