package dev.backstep.order.intake;

import dev.backstep.order.problem.OrderProblem;
import dev.backstep.order.query.OrderView;
import dev.backstep.reads.Commits;
import dev.backstep.reads.token.TokenSeal;
import dev.backstep.rest.access.Roles;
import dev.backstep.rest.problem.GeneralProblem;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Takes orders. No thread waits for the database, or for the end of an order. */
@Path("/orders")
@Produces(MediaType.APPLICATION_JSON)
class PlaceOrderResource {
  static final String REPLAYED_HEADER = "Idempotency-Replayed";

  private final Placing placing;
  private final Waiting waiting;
  private final PlacementMetrics metrics;
  private final Commits commits;
  private final JsonWebToken token;
  private final Supplier<UUID> ids;

  PlaceOrderResource(
      Placing placing,
      Waiting waiting,
      PlacementMetrics metrics,
      Commits commits,
      JsonWebToken token,
      Supplier<UUID> ids) {
    this.placing = placing;
    this.waiting = waiting;
    this.metrics = metrics;
    this.commits = commits;
    this.token = token;
    this.ids = ids;
  }

  @POST
  @NonBlocking
  @RolesAllowed(Roles.CUSTOMER)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Orders",
      description =
          """
          The order is recorded and carried through stock, payment and shipment by itself. The answer
          to an Idempotency-Key is kept for 7 days and repeated, marked by Idempotency-Replayed: true.
          Prefer: wait=N, at most 30 seconds, holds the answer until the order is final.\
          """)
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = OrderBody.class)))
  @APIResponse(
      responseCode = "202",
      description = "Recorded; look at Location for what becomes of it",
      content = @Content(schema = @Schema(implementation = OrderView.class)))
  @APIResponse(responseCode = "200", description = "Final, within the time you preferred to wait")
  public CompletionStage<Response> place(
      @Context HttpHeaders headers, @Context UriInfo uri, byte @Nullable [] body) {
    var key = IdempotencyKey.parse(headers.getHeaderString(IdempotencyKey.HEADER));
    var trace = Traceparent.parse(headers.getHeaderString(Traceparent.HEADER), ids);
    var wish = Wish.of(token.getSubject(), key, request(body), trace);
    var patience = WaitPreference.parse(headers.getRequestHeader(WaitPreference.HEADER));
    var base = uri.getBaseUri();
    return placing
        .place(wish)
        .thenCompose(placement -> answer(placement, base, patience))
        .thenCompose(answer -> withToken(answer, wish.customerId()));
  }

  private static OrderRequest request(byte @Nullable [] body) {
    return switch (BodyReader.read(body == null ? new byte[0] : body)) {
      case Reading.Understood(var request) -> request;
      case Reading.Malformed(var why) ->
          throw GeneralProblem.MALFORMED_BODY.problem().withDetail(why.detail()).build();
      case Reading.Invalid(var violations) ->
          throw OrderProblem.INVALID_ORDER
              .problem()
              .withDetail("Nothing was ordered; see errors.")
              .with("errors", violations)
              .build();
    };
  }

  /** Asked for last: it covers all that the answer says. */
  private CompletableFuture<Response> withToken(
      Response.ResponseBuilder answer, String customerId) {
    return commits
        .committed(customerId)
        .thenApply(seen -> answer.header(TokenSeal.HEADER, seen).build());
  }

  private CompletableFuture<Response.ResponseBuilder> answer(
      Placement placement, URI base, Optional<WaitPreference> patience) {
    return switch (metrics.count(placement)) {
      case Placement.Accepted(var order, var answer) ->
          answer(accepted(answer, base), patience, it -> waiting.untilFinal(order, it));
      case Placement.Replayed(var answer) ->
          answer(
              accepted(answer, base).header(REPLAYED_HEADER, "true"),
              patience,
              it -> waiting.untilFinalAgain(answer, it));
      case Placement.KeyReused _ ->
          throw OrderProblem.IDEMPOTENCY_KEY_REUSED.problem(
              "Send the same body as before, or a fresh key.");
      case Placement.InProgress _ ->
          throw OrderProblem.REQUEST_IN_PROGRESS.problem("Ask again in a moment.");
      case Placement.UnknownProducts(var skus) ->
          throw OrderProblem.UNKNOWN_PRODUCT
              .problem()
              .withDetail("Not on sale: " + skus)
              .with("skus", skus)
              .build();
      case Placement.NotPriceable(var why) -> throw OrderProblem.TOTAL_NOT_POSSIBLE.problem(why);
      case Placement.NoRoom _ ->
          throw GeneralProblem.UNAVAILABLE
              .problem()
              .withDetail("Too many orders wait to be recorded. Ask again in a moment.")
              .withHeader(HttpHeaders.RETRY_AFTER, 1)
              .build();
    };
  }

  private static CompletableFuture<Response.ResponseBuilder> answer(
      Response.ResponseBuilder accepted,
      Optional<WaitPreference> patience,
      Function<WaitPreference, CompletableFuture<Optional<OrderView>>> untilFinal) {
    return patience
        .map(it -> untilFinal.apply(it).thenApply(order -> held(accepted, order, it)))
        .orElseGet(() -> CompletableFuture.completedFuture(accepted));
  }

  private static Response.ResponseBuilder accepted(StoredAnswer answer, URI base) {
    return Response.accepted(answer.body())
        .type(MediaType.APPLICATION_JSON_TYPE)
        .location(base.resolve("/orders/" + answer.orderId()));
  }

  private static Response.ResponseBuilder held(
      Response.ResponseBuilder answer, Optional<OrderView> order, WaitPreference preference) {
    answer.header(WaitPreference.APPLIED_HEADER, preference.applied());
    return order.map(view -> answer.status(Response.Status.OK).entity(view)).orElse(answer);
  }
}
