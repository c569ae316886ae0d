package dev.backstep.order.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some orders, newest first.
 *
 * @param nextCursor asks for those that follow; missing on the last page
 */
record OrderPage(
    List<OrderView> items,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextCursor) {}
