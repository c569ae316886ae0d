/** Commands in: the saga confirms or cancels an order. */
@NullMarked
package dev.backstep.order.participant;

import org.jspecify.annotations.NullMarked;
