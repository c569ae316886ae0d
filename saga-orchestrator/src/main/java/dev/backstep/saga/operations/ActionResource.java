package dev.backstep.saga.operations;

import dev.backstep.rest.access.Roles;
import dev.backstep.saga.engine.OperatorAction;
import dev.backstep.saga.engine.RunEvent.Operated;
import dev.backstep.saga.operations.Operation.Result;
import dev.backstep.saga.problem.SagaProblem;
import dev.backstep.saga.query.SagaDetails;
import dev.backstep.saga.query.SagaView;
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
import java.util.UUID;

/** What operators do about a saga. */
@Path("/api/sagas/{id}/actions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ActionResource {
  private final Operation operation;
  private final SagaDetails details;
  private final Caller caller;

  ActionResource(Operation operation, SagaDetails details, Caller caller) {
    this.operation = operation;
    this.details = details;
    this.caller = caller;
  }

  /**
   * Acts on the saga as the operator saw it. 409 when it has moved since, 422 when it does not
   * allow the action where it stands. Answers with the saga as it is now.
   */
  @POST
  @RolesAllowed(Roles.OPERATOR)
  public SagaView act(@PathParam("id") UUID id, @Valid @NotNull ActionBody body) {
    var wish = new Operated(action(body), caller.name(), body.reason());
    var expected = body.expectedVersion();
    return switch (operation.act(id, expected, wish)) {
      case Result.Taken _ -> details.find(id).orElseThrow(() -> notFound(id));
      case Result.NoSuchSaga _ -> throw notFound(id);
      case Result.Moved(var version) ->
          throw SagaProblem.SAGA_MOVED
              .problem()
              .withDetail("You saw version " + expected + "; it is " + version + " now.")
              .with("version", version)
              .build();
      case Result.NotAllowed(var why) -> throw SagaProblem.ACTION_NOT_ALLOWED.problem(why);
    };
  }

  private static OperatorAction action(ActionBody body) {
    return OperatorAction.ofWireName(body.action())
        .orElseThrow(
            () -> SagaProblem.INVALID_ACTION.problem("action is retry, compensate or resolve."));
  }

  private static HttpProblem notFound(UUID id) {
    return SagaProblem.SAGA_NOT_FOUND.problem("No saga has the id " + id + ".");
  }
}
