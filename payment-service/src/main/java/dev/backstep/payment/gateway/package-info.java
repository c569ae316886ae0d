/** The way to the payment gateway: one question, one answer, and silence when it has none. */
@NullMarked
package dev.backstep.payment.gateway;

import org.jspecify.annotations.NullMarked;
