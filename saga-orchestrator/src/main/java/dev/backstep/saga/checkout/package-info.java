/** The checkout, declared as a saga. */
@NullMarked
package dev.backstep.saga.checkout;

import org.jspecify.annotations.NullMarked;
