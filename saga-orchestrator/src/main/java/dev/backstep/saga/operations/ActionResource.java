package dev.backstep.saga.operations;

import dev.backstep.rest.access.Roles;
import dev.backstep.saga.engine.OperatorAction;
import dev.backstep.saga.operations.Operation.Result;
import dev.backstep.saga.problem.SagaProblem;
import dev.backstep.saga.session.Caller;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** What operators do about a saga. */
@Path("/api/sagas/{id}/actions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ActionResource {
  private static final String WITH_DEADLINE = "retry-with-deadline";

  private final Operation operation;
  private final Caller caller;

  ActionResource(Operation operation, Caller caller) {
    this.operation = operation;
    this.caller = caller;
  }

  /**
   * Acts on the saga as the operator saw it. 202: it is written down and on its way, its outcome
   * shows later. 409 when the saga has moved, 422 when it does not allow the action where it
   * stands.
   */
  @POST
  @RolesAllowed(Roles.OPERATOR)
  @APIResponseSchema(
      value = Accepted.class,
      responseCode = "202",
      responseDescription = "Written down, and on its way")
  public Response act(@PathParam("id") UUID id, @Valid @NotNull ActionBody body) {
    return switch (operation.act(id, wish(body))) {
      case Result.Taken(var operationId, var version) ->
          Response.accepted(new Accepted(operationId, id, version)).build();
      case Result.NoSuchSaga _ ->
          throw SagaProblem.SAGA_NOT_FOUND.problem("No saga has the id " + id + ".");
      case Result.Moved moved -> throw moved(moved);
      case Result.NotAllowed(var why) -> throw SagaProblem.ACTION_NOT_ALLOWED.problem(why);
      case Result.NotConfirmed _ ->
          throw SagaProblem.NOT_CONFIRMED.problem(
              "Type the order number of this saga. Its end is enough if no other stuck saga's number ends so.");
    };
  }

  private Wish wish(ActionBody body) {
    return new Wish(
        action(body.action()),
        body.expectedVersion(),
        caller.name(),
        body.reason(),
        patience(body),
        body.orderId(),
        null);
  }

  private static @Nullable Duration patience(ActionBody body) {
    var seconds = body.deadlineSeconds();
    if (body.action().equals(WITH_DEADLINE) != (seconds != null)) {
      throw SagaProblem.INVALID_ACTION.problem(
          "deadlineSeconds comes with " + WITH_DEADLINE + ", and with nothing else.");
    }
    return seconds == null ? null : Duration.ofSeconds(seconds);
  }

  private static OperatorAction action(String name) {
    return OperatorAction.ofWireName(
            name.equals(WITH_DEADLINE) ? OperatorAction.RETRY.wireName() : name)
        .orElseThrow(() ->
            SagaProblem.INVALID_ACTION.problem(
                "action is retry, retry-with-deadline, compensate or resolve."));
  }

  private static HttpProblem moved(Result.Moved moved) {
    return SagaProblem.SAGA_MOVED
        .problem()
        .withDetail(moved.meanwhile())
        .with("version", moved.version())
        .with("state", moved.state().name())
        .build();
  }
}
