package dev.backstep.order.lra;

import dev.backstep.order.lra.Endings.Caller;
import dev.backstep.order.lra.Participant.Wanted;
import dev.backstep.order.problem.OrderProblem;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * What a coordinator calls. Answered within milliseconds: what takes longer goes on by itself. No
 * token is asked for, since the URL is the proof.
 */
@Path("/lra/{saga}/{proof}")
@PermitAll
@Consumes(MediaType.WILDCARD)
class CallbackResource {
  private final Endings endings;

  CallbackResource(Endings endings) {
    this.endings = endings;
  }

  @PUT
  @Path("/complete")
  @Operation(summary = "The long running action was closed; for its coordinator alone")
  public Response complete(
      @PathParam("saga") String saga,
      @PathParam("proof") String proof,
      @HeaderParam(Lras.HEADER) @Nullable String lra) {
    return answer(endings.end(caller(saga, proof, lra), Wanted.COMPLETE));
  }

  @PUT
  @Path("/compensate")
  @Operation(summary = "The long running action was cancelled; for its coordinator alone")
  public Response compensate(
      @PathParam("saga") String saga,
      @PathParam("proof") String proof,
      @HeaderParam(Lras.HEADER) @Nullable String lra) {
    return answer(endings.end(caller(saga, proof, lra), Wanted.COMPENSATE));
  }

  @GET
  @Path("/status")
  @Operation(summary = "How far the saga is; for its coordinator alone")
  public Response status(
      @PathParam("saga") String saga,
      @PathParam("proof") String proof,
      @HeaderParam(Lras.HEADER) @Nullable String lra) {
    return switch (endings.status(caller(saga, proof, lra))) {
      case Ending.Stands stands -> text(Response.Status.OK, stands.standing());
      case Ending.Gone _ -> Response.status(Response.Status.GONE).build();
      case Ending.NotOurs _ -> throw unknown();
    };
  }

  /** There is nothing to forget that would be in anybody's way. */
  @DELETE
  @Path("/forget")
  @Operation(summary = "A failure is known; for its coordinator alone")
  public Response forget(
      @PathParam("saga") String saga,
      @PathParam("proof") String proof,
      @HeaderParam(Lras.HEADER) @Nullable String lra) {
    return switch (endings.status(caller(saga, proof, lra))) {
      case Ending.Stands _, Ending.Gone _ -> Response.ok().build();
      case Ending.NotOurs _ -> throw unknown();
    };
  }

  private static Caller caller(String saga, String proof, @Nullable String lra) {
    try {
      return new Caller(UUID.fromString(saga), proof, lra == null ? "" : lra);
    } catch (IllegalArgumentException _) {
      throw unknown();
    }
  }

  private static Response answer(Ending ending) {
    return switch (ending) {
      case Ending.Gone _ -> Response.status(Response.Status.GONE).build();
      case Ending.NotOurs _ -> throw unknown();
      case Ending.Stands stands -> text(status(stands.standing()), stands.standing());
    };
  }

  private static Response.Status status(Standing standing) {
    return switch (standing) {
      case ACTIVE, COMPLETING, COMPENSATING -> Response.Status.ACCEPTED;
      case COMPLETED, COMPENSATED -> Response.Status.OK;
      // The coordinator then asks for the status, and hears which.
      case FAILED_TO_COMPLETE, FAILED_TO_COMPENSATE -> Response.Status.CONFLICT;
    };
  }

  private static Response text(Response.Status status, Standing standing) {
    return Response.status(status).entity(standing.word()).type(MediaType.TEXT_PLAIN_TYPE).build();
  }

  private static RuntimeException unknown() {
    return OrderProblem.CALLBACK_NOT_KNOWN.problem("No saga was registered under this URL.");
  }
}
