/**
 * Shoppers as they are outside: HTTP, retries, impatience; and a look into the books when they have
 * left.
 */
@NullMarked
package dev.backstep.e2e.shop;

import org.jspecify.annotations.NullMarked;
