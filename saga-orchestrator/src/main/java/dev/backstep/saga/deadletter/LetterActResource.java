package dev.backstep.saga.deadletter;

import dev.backstep.rest.access.Roles;
import dev.backstep.saga.problem.SagaProblem;
import dev.backstep.saga.session.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** What operators do about dead letters: one, many, or all of one cause. */
@Path("/api/dead-letters")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
class LetterActResource {
  private final LetterActs acts;
  private final Caller caller;

  LetterActResource(LetterActs acts, Caller caller) {
    this.acts = acts;
    this.caller = caller;
  }

  /** Whether the running version could read them now. Changes nothing. */
  @POST
  @Path("/dry-run")
  public DryRun dryRun(@Valid @NotNull LetterBody body) {
    return acts.dryRun(LetterChoice.of(body));
  }

  /** Publishes the originals again, to where they came from. 202: they are on their way. */
  @POST
  @Path("/replay")
  @APIResponseSchema(
      value = LetterOutcome.class,
      responseCode = "202",
      responseDescription = "They are on their way")
  public Response replay(@Valid @NotNull LetterBody body) {
    return Response.accepted(acts.replay(LetterChoice.of(body), caller.name(), reason(body)))
        .build();
  }

  /** Says that they need nobody. They are kept, and wait no more. */
  @POST
  @Path("/discard")
  @APIResponseSchema(
      value = LetterOutcome.class,
      responseCode = "202",
      responseDescription = "They wait no more")
  public Response discard(@Valid @NotNull LetterBody body) {
    return Response.accepted(acts.discard(LetterChoice.of(body), caller.name(), reason(body)))
        .build();
  }

  private static String reason(LetterBody body) {
    var reason = body.reason();
    if (reason == null || reason.isBlank()) {
      throw SagaProblem.INVALID_ACTION.problem("Say why: reason is 1 to 300 characters.");
    }
    return reason;
  }
}
