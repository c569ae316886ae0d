package dev.backstep.order.intake;

import dev.backstep.messaging.trace.Traces;
import dev.backstep.order.backlog.Backlog;
import dev.backstep.order.backlog.Room;
import dev.backstep.order.lra.Lras;
import dev.backstep.order.problem.OrderProblem;
import dev.backstep.order.query.OrderView;
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
import java.util.UUID;
import java.util.concurrent.CompletionStage;
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
  private final Reception reception;
  private final Backlog backlog;
  private final PlacementAnswers answers;
  private final JsonWebToken token;
  private final Supplier<UUID> ids;
  private final PlacingConfig config;

  PlaceOrderResource(
      Reception reception,
      Backlog backlog,
      PlacementAnswers answers,
      JsonWebToken token,
      Supplier<UUID> ids,
      PlacingConfig config) {
    this.reception = reception;
    this.backlog = backlog;
    this.answers = answers;
    this.token = token;
    this.ids = ids;
    this.config = config;
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
          Prefer: wait=N, at most 30 seconds, holds the answer until the order is final.
          With a Long-Running-Action header the order is part of that LRA (MicroProfile LRA): closed,
          it goes on; cancelled, it is undone, also when it was confirmed.\
          """)
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = OrderBody.class)))
  @APIResponse(
      responseCode = "202",
      description = "Recorded; look at Location for what becomes of it",
      content = @Content(schema = @Schema(implementation = OrderView.class)))
  @APIResponse(
      responseCode = "200",
      description = "Final, within the time you preferred to wait",
      content = @Content(schema = @Schema(implementation = OrderView.class)))
  @APIResponse(
      responseCode = "503",
      description =
          "Not looked at, or nobody knows yet; send the same again after the seconds of Retry-After")
  public CompletionStage<Response> place(
      @Context HttpHeaders headers, @Context UriInfo uri, byte @Nullable [] body) {
    var due = Due.in(config.patience());
    if (backlog.room() instanceof Room.None(var retryAfter)) {
      return answers.noRoom(retryAfter);
    }
    var key = IdempotencyKey.parse(headers.getHeaderString(IdempotencyKey.HEADER));
    var trace = Traceparent.of(Traces.current(), headers.getHeaderString(Traceparent.HEADER), ids);
    var wish = Wish.of(token.getSubject(), key, request(body), trace);
    var patience = WaitPreference.parse(headers.getRequestHeader(WaitPreference.HEADER));
    var base = uri.getBaseUri();
    return reception
        .place(wish, headers.getHeaderString(Lras.HEADER), token.getRawToken(), due)
        .thenCompose(
            placement -> answers.answer(placement, wish.customerId(), base, patience, due));
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
}
