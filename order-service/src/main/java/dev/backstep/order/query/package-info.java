/** Reads out: an order, a customer's orders, and the changes of an order as they happen. */
@NullMarked
package dev.backstep.order.query;

import org.jspecify.annotations.NullMarked;
