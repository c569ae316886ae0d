/** Wakes whoever waits for an order to become final. */
@NullMarked
package dev.backstep.order.watch;

import org.jspecify.annotations.NullMarked;
