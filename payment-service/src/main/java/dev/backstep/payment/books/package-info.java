/** What the books of this service say. */
@NullMarked
package dev.backstep.payment.books;

import org.jspecify.annotations.NullMarked;
