package dev.backstep.payment;

import dev.backstep.contracts.PaymentEvent;
import dev.backstep.contracts.ReplyMessage;
import org.jspecify.annotations.Nullable;

/**
 * What a happening makes of a payment. To be stored and told in one transaction.
 *
 * @param reply to the saga, if it can be answered now
 * @param event to everybody else, if there is something to tell
 */
public record Decision(
    PaymentState next, @Nullable ReplyMessage reply, @Nullable PaymentEvent event) {}
