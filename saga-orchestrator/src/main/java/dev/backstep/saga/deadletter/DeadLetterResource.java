package dev.backstep.saga.deadletter;

import dev.backstep.rest.access.Roles;
import dev.backstep.saga.paging.Cursor;
import dev.backstep.saga.paging.Limit;
import dev.backstep.saga.problem.SagaProblem;
import dev.backstep.saga.session.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Dead letters of every service. */
@Path("/api/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
class DeadLetterResource {
  private final Letters letters;
  private final Replay replay;
  private final Caller caller;

  DeadLetterResource(Letters letters, Replay replay, Caller caller) {
    this.letters = letters;
    this.replay = replay;
    this.caller = caller;
  }

  /** The newest first; {@code limit} is 50 when left out and at most 200. */
  @GET
  @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
  public LetterPage list(
      @QueryParam("sagaId") @Nullable UUID saga,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    int size = Limit.of(limit);
    var rows = letters.page(saga, Cursor.from(cursor), size + 1);
    var page = rows.stream().limit(size).map(LetterView::of).toList();
    var next = rows.size() > size ? new Cursor(page.getLast().id()).toString() : null;
    return new LetterPage(page, next);
  }

  /** Publishes the original again, to where it came from. Answers 202: it is on its way. */
  @POST
  @Path("/{id}/replay")
  @RolesAllowed(Roles.OPERATOR)
  public Response replay(@PathParam("id") UUID id) {
    if (!replay.of(id, caller.name())) {
      throw SagaProblem.DEAD_LETTER_NOT_FOUND.problem("No dead letter has the id " + id + ".");
    }
    return Response.accepted().build();
  }
}
