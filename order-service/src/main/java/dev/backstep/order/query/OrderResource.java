package dev.backstep.order.query;

import dev.backstep.order.OrderStatus;
import dev.backstep.order.problem.OrderProblem;
import dev.backstep.rest.access.Reader;
import dev.backstep.rest.access.Roles;
import dev.backstep.rest.problem.GeneralProblem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Orders, one by one and in pages. */
@Path("/orders")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CUSTOMER, Roles.VIEWER, Roles.OPERATOR})
class OrderResource {
  private final Orders orders;
  private final JsonWebToken token;

  OrderResource(Orders orders, JsonWebToken token) {
    this.orders = orders;
    this.token = token;
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "An order; another customer's does not exist")
  public OrderView order(@PathParam("id") String id) {
    return orders.find(Reader.of(token), OrderId.parse(id)).orElseThrow(OrderId::unknown);
  }

  @GET
  @Operation(summary = "Orders, newest first; customers see their own")
  public OrderPage orders(
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("status") @Nullable String status,
      @QueryParam("limit") @DefaultValue("20") String limit) {
    return orders.page(Reader.of(token), status(status), cursor(cursor), limit(limit));
  }

  private static @Nullable OrderStatus status(@Nullable String text) {
    return text == null
        ? null
        : Arrays.stream(OrderStatus.values())
            .filter(status -> status.name().equals(text))
            .findAny()
            .orElseThrow(
                () -> invalid("status is one of " + Arrays.toString(OrderStatus.values())));
  }

  private static @Nullable Cursor cursor(@Nullable String text) {
    return text == null
        ? null
        : Cursor.parse(text)
            .orElseThrow(() -> invalid("cursor is what an earlier answer gave as nextCursor"));
  }

  private static int limit(String text) {
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= Orders.MAX_PAGE) {
        return limit;
      }
    } catch (NumberFormatException _) {
      // said below
    }
    throw invalid("limit is 1 to " + Orders.MAX_PAGE);
  }

  private static HttpProblem invalid(String detail) {
    return GeneralProblem.INVALID_QUERY.problem(detail);
  }

  /** The id of an order in a path: one that is malformed names no order. */
  static final class OrderId {
    private OrderId() {}

    static UUID parse(String text) {
      try {
        return UUID.fromString(text);
      } catch (IllegalArgumentException _) {
        throw unknown();
      }
    }

    static HttpProblem unknown() {
      return OrderProblem.ORDER_NOT_FOUND.problem("There is no order of that id.");
    }
  }
}
