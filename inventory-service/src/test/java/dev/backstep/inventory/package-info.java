/** Tests of the stock, and what all tests of the service share. */
@NullMarked
package dev.backstep.inventory;

import org.jspecify.annotations.NullMarked;
