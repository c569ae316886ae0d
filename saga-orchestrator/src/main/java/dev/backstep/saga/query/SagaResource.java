package dev.backstep.saga.query;

import dev.backstep.rest.access.Roles;
import dev.backstep.rest.problem.GeneralProblem;
import dev.backstep.saga.engine.SagaState;
import dev.backstep.saga.problem.SagaProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sagas, their steps and their logs. */
@Path("/api/sagas")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
class SagaResource {
  private final Sagas sagas;
  private final SagaDetails details;

  SagaResource(Sagas sagas, SagaDetails details) {
    this.sagas = sagas;
    this.details = details;
  }

  /**
   * The newest first; a state may be asked for several times; {@code limit} is 50 when left out and
   * at most 200.
   */
  @GET
  public SagaPage list(
      @QueryParam("state") List<String> states,
      @QueryParam("orderId") @Nullable String order,
      @QueryParam("retrying") @Nullable Boolean retrying,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    int size = Limit.of(limit);
    var filter =
        new Sagas.Filter(
            states.stream().map(SagaResource::state).toList(),
            Optional.ofNullable(order).map(SagaResource::orderId),
            Optional.ofNullable(retrying));
    var rows = sagas.page(filter, Cursor.from(cursor), size + 1);
    var page = rows.stream().limit(size).map(SagaSummary::of).toList();
    var next = rows.size() > size ? new Cursor(page.getLast().id()).toString() : null;
    return new SagaPage(page, next);
  }

  /** One saga: where it stands, its steps, its log, and what an operator may do. */
  @GET
  @Path("/{id}")
  public SagaView get(@PathParam("id") UUID id) {
    return details
        .find(id)
        .orElseThrow(() -> SagaProblem.SAGA_NOT_FOUND.problem("No saga has the id " + id + "."));
  }

  private static SagaState state(String text) {
    try {
      return SagaState.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      throw GeneralProblem.INVALID_QUERY.problem(
          "state is one of " + List.of(SagaState.values()) + ".");
    }
  }

  private static UUID orderId(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException _) {
      throw GeneralProblem.INVALID_QUERY.problem("orderId is a UUID.");
    }
  }
}
