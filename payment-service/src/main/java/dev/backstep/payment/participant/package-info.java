/** Commands in: stores the intent to charge or to refund, and leaves the gateway to others. */
@NullMarked
package dev.backstep.payment.participant;

import org.jspecify.annotations.NullMarked;
