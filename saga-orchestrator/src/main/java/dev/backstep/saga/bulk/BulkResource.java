package dev.backstep.saga.bulk;

import dev.backstep.rest.access.Roles;
import dev.backstep.saga.engine.OperatorAction;
import dev.backstep.saga.paging.Cursor;
import dev.backstep.saga.paging.Limit;
import dev.backstep.saga.problem.SagaProblem;
import dev.backstep.saga.query.SagaFilter;
import dev.backstep.saga.session.Caller;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** One act on many sagas. */
@Path("/api/bulk")
@Produces(MediaType.APPLICATION_JSON)
class BulkResource {
  private final Freezer freezer;
  private final BulkRuns runs;
  private final Caller caller;

  BulkResource(Freezer freezer, BulkRuns runs, Caller caller) {
    this.freezer = freezer;
    this.runs = runs;
    this.caller = caller;
  }

  /** Freezes what matches now and shows what would become of it. Nothing runs yet. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.OPERATOR)
  @APIResponseSchema(
      value = Preview.class,
      responseCode = "201",
      responseDescription = "Frozen; nothing runs yet")
  public Response freeze(@Valid @NotNull BulkBody body) {
    return Response.status(Response.Status.CREATED).entity(frozen(body)).build();
  }

  private Preview frozen(BulkBody body) {
    var filter = body.filter();
    var ids = body.ids();
    if (filter != null && ids == null) {
      return freezer.freeze(SagaFilter.of(filter), action(body), caller.name());
    }
    if (ids != null && filter == null) {
      return freezer.freeze(ids, action(body), caller.name());
    }
    throw SagaProblem.INVALID_ACTION.problem("Name either a filter or ids.");
  }

  /** Starts what was frozen. 202: it goes on by itself. */
  @POST
  @Path("/{id}/start")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.OPERATOR)
  @APIResponseSchema(
      value = Progress.class,
      responseCode = "202",
      responseDescription = "It goes on by itself")
  public Response start(@PathParam("id") UUID id, @Valid @NotNull StartBody body) {
    return accepted(id, runs.start(id, caller.name(), body.reason()));
  }

  /** Stops a run; what was asked already stays asked. */
  @POST
  @Path("/{id}/stop")
  @RolesAllowed(Roles.OPERATOR)
  @APIResponseSchema(
      value = Progress.class,
      responseCode = "202",
      responseDescription = "What was asked already stays asked")
  public Response stop(@PathParam("id") UUID id) {
    return accepted(id, runs.stop(id, caller.name()));
  }

  /** How far it is. */
  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
  public Progress get(@PathParam("id") UUID id) {
    return runs.find(id).orElseThrow(() -> notFound(id));
  }

  /** Its sagas and what became of each; {@code limit} is 50 when left out and at most 200. */
  @GET
  @Path("/{id}/items")
  @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
  public ItemPage items(
      @PathParam("id") UUID id,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    int size = Limit.of(limit);
    var found = runs.items(id, Cursor.from(cursor).map(Cursor::after), size + 1);
    var page = found.stream().limit(size).toList();
    return new ItemPage(
        page, found.size() > size ? new Cursor(page.getLast().sagaId()).toString() : null);
  }

  private static OperatorAction action(BulkBody body) {
    return OperatorAction.ofWireName(body.action())
        .filter(action -> action != OperatorAction.RESOLVE)
        .orElseThrow(() -> SagaProblem.INVALID_ACTION.problem("action is retry or compensate."));
  }

  private static Response accepted(UUID id, BulkRuns.Result result) {
    return switch (result) {
      case BulkRuns.Result.Stands(var progress) -> Response.accepted(progress).build();
      case BulkRuns.Result.NoSuchRun _ -> throw notFound(id);
      case BulkRuns.Result.Moved(var why) -> throw SagaProblem.BULK_MOVED.problem(why);
    };
  }

  private static HttpProblem notFound(UUID id) {
    return SagaProblem.BULK_NOT_FOUND.problem("No bulk run has the id " + id + ".");
  }
}
