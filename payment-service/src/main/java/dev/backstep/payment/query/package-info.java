/** Reads out: what became of the payment of an order. */
@NullMarked
package dev.backstep.payment.query;

import org.jspecify.annotations.NullMarked;
