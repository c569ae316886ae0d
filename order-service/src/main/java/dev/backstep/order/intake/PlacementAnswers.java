package dev.backstep.order.intake;

import dev.backstep.order.lra.Joined;
import dev.backstep.order.lra.Joining;
import dev.backstep.order.problem.OrderProblem;
import dev.backstep.order.query.OrderView;
import dev.backstep.reads.Commits;
import dev.backstep.reads.token.TokenSeal;
import dev.backstep.rest.problem.GeneralProblem;
import dev.backstep.rest.problem.ProblemType;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Puts placements into words of HTTP, and counts them. */
@Singleton
class PlacementAnswers {
  static final String REPLAYED_HEADER = "Idempotency-Replayed";

  private static final Duration SOON = Duration.ofSeconds(1);

  private final Waiting waiting;
  private final PlacementMetrics metrics;
  private final Commits commits;
  private final PlacingConfig config;

  PlacementAnswers(
      Waiting waiting, PlacementMetrics metrics, Commits commits, PlacingConfig config) {
    this.waiting = waiting;
    this.metrics = metrics;
    this.commits = commits;
    this.config = config;
  }

  /**
   * The answer, held as long as the client prefers; a placement that is none is thrown.
   *
   * @param due for whoever prefers nothing; the others waited as long as they wanted, and the time
   *     to answer begins then
   */
  CompletableFuture<Response> answer(
      Placement placement,
      String customerId,
      URI base,
      Optional<WaitPreference> patience,
      Due due) {
    return switch (metrics.count(placement)) {
      case Placement.Accepted(var order, var answer) ->
          held(accepted(answer, base), patience, it -> waiting.untilFinal(order, it))
              .thenCompose(held -> withToken(held, customerId, due(patience, due)));
      case Placement.Replayed(var answer) ->
          held(
                  accepted(answer, base).header(REPLAYED_HEADER, "true"),
                  patience,
                  it -> waiting.untilFinalAgain(answer, it))
              .thenCompose(held -> withToken(held, customerId, due(patience, due)));
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
      case Placement.LraOver _ ->
          throw OrderProblem.LRA_TOO_LATE.problem("It ended meanwhile. Nothing was ordered.");
      case Placement.NoRoom(var retryAfter) -> tooMany(retryAfter);
      case Placement.NotKnown _ -> notKnown();
    };
  }

  private Due due(Optional<WaitPreference> patience, Due due) {
    return patience.map(_ -> Due.in(config.patience())).orElse(due);
  }

  private static CompletableFuture<Response> notKnown() {
    return unavailable(
        GeneralProblem.UNAVAILABLE,
        "Nobody knows yet whether this was recorded. Send it again with the same key.",
        SOON);
  }

  /** Of an order that was not looked at. */
  CompletableFuture<Response> noRoom(Duration retryAfter) {
    metrics.count(new Placement.NoRoom(retryAfter));
    return tooMany(retryAfter);
  }

  private static CompletableFuture<Response> tooMany(Duration retryAfter) {
    return unavailable(
        OrderProblem.TOO_MANY_ORDERS,
        "This was not looked at. Send the same again in a while: see Retry-After.",
        retryAfter);
  }

  /** Of a coordinator that has not let us join: thrown, or an answer to come back. */
  static CompletableFuture<Joined> joined(Joining joining) {
    return switch (joining) {
      case Joining.Done(var joined) -> CompletableFuture.completedFuture(joined);
      case Joining.NotOffered _ ->
          throw OrderProblem.LRA_NOT_OFFERED.problem("Order without the header.");
      case Joining.NotTrusted _ ->
          throw OrderProblem.LRA_NOT_TRUSTED.problem("Nothing was ordered, and nobody was asked.");
      case Joining.Unknown _ -> throw OrderProblem.LRA_UNKNOWN.problem("Nothing was ordered.");
      case Joining.TooLate _ -> throw OrderProblem.LRA_TOO_LATE.problem("Nothing was ordered.");
      case Joining.Away(var why) ->
          throw OrderProblem.LRA_COORDINATOR_AWAY
              .problem()
              .withDetail("Nothing was ordered. Send the same again in a moment (" + why + ").")
              .withHeader(HttpHeaders.RETRY_AFTER, SOON.toSeconds())
              .build();
    };
  }

  /**
   * Asked for last: it covers all that the answer says. Without one there is no answer, or another
   * device of the customer might not find what this one was told; asked again, it is repeated.
   */
  private CompletableFuture<Response> withToken(
      Response.ResponseBuilder answer, String customerId, Due due) {
    var token = commits.committed(customerId).thenApply(Optional::of);
    return due.orElse(token, Optional.empty())
        .thenCompose(seen ->
            seen.map(it -> completed(answer.header(TokenSeal.HEADER, it).build()))
                .orElseGet(PlacementAnswers::notKnown));
  }

  private static CompletableFuture<Response> completed(Response response) {
    return CompletableFuture.completedFuture(response);
  }

  /**
   * Not thrown: what is thrown is logged, and whoever has too much to do does not write it down.
   */
  private static CompletableFuture<Response> unavailable(
      ProblemType type, String detail, Duration retryAfter) {
    var problem =
        type.problem()
            .withDetail(detail)
            .withHeader(HttpHeaders.RETRY_AFTER, Math.ceilDiv(retryAfter.toMillis(), 1_000))
            .build();
    return completed(problem.toResponse());
  }

  private static CompletableFuture<Response.ResponseBuilder> held(
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
