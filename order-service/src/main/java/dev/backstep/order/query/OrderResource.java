package dev.backstep.order.query;

import dev.backstep.order.OrderStatus;
import dev.backstep.order.problem.OrderProblem;
import dev.backstep.reads.Answer;
import dev.backstep.reads.Dated;
import dev.backstep.reads.Reads;
import dev.backstep.reads.replica.ReplicaReader.Query;
import dev.backstep.reads.token.TokenSeal;
import dev.backstep.rest.access.Reader;
import dev.backstep.rest.access.Roles;
import dev.backstep.rest.problem.GeneralProblem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Orders, one by one and in pages. */
@Path("/orders")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CUSTOMER, Roles.VIEWER, Roles.OPERATOR})
class OrderResource {
  private static final String FRESHNESS =
      """
      Shows at least what this customer has done and seen: send back the Consistency-Token of the
      latest answer, and reads never go backwards. Without it, they know of every write of the
      customer all the same.\
      """;

  private final Reads reads;
  private final JsonWebToken token;

  OrderResource(Reads reads, JsonWebToken token) {
    this.reads = reads;
    this.token = token;
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "An order; another customer's does not exist", description = FRESHNESS)
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = OrderView.class)))
  public Response order(
      @PathParam("id") String id, @HeaderParam(TokenSeal.HEADER) @Nullable String seen) {
    var order = OrderId.parse(id);
    var reader = Reader.of(token);
    var answer = read(reader, seen, connection -> Orders.find(connection, reader, order));
    return answered(answer.value().orElseThrow(OrderId::unknown), answer.token());
  }

  @GET
  @Operation(summary = "Orders, newest first; customers see their own", description = FRESHNESS)
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = OrderPage.class)))
  public Response orders(
      @HeaderParam(TokenSeal.HEADER) @Nullable String seen,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("status") @Nullable String status,
      @QueryParam("limit") @DefaultValue("20") String limit) {
    var wanted = new Orders.Wanted(status(status), cursor(cursor), limit(limit));
    var reader = Reader.of(token);
    var answer = read(reader, seen, connection -> Orders.page(connection, reader, wanted));
    return answered(answer.value(), answer.token());
  }

  /** Whoever may see all orders may also act on them. */
  private <T> Answer<T> read(Reader reader, @Nullable String seen, Query<Dated<T>> query) {
    return switch (reader) {
      case Reader.Owner(var customer) -> reads.read(customer, seen, query);
      case Reader.Anybody _ -> reads.decisive(token.getSubject(), query);
    };
  }

  private static Response answered(Object entity, String seen) {
    return Response.ok(entity).header(TokenSeal.HEADER, seen).build();
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
