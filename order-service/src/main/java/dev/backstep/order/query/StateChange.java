package dev.backstep.order.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.backstep.order.OrderStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One state that an order came into.
 *
 * @param version counts the states, from 1
 * @param reason only of a rejected or cancelled order
 */
record StateChange(
    UUID orderId,
    long version,
    OrderStatus status,
    Instant at,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Reason reason) {}
