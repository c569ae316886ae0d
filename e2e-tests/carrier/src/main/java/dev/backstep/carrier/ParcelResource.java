package dev.backstep.carrier;

import static org.eclipse.microprofile.lra.annotation.ws.rs.LRA.LRA_HTTP_CONTEXT_HEADER;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.lra.annotation.Compensate;
import org.eclipse.microprofile.lra.annotation.Complete;
import org.eclipse.microprofile.lra.annotation.ParticipantStatus;
import org.eclipse.microprofile.lra.annotation.ws.rs.LRA;

/** Books parcels as a part of whatever they are a part of. */
@Path("/parcels")
@RunOnVirtualThread
public class ParcelResource {
  /** Long beside a call, short beside the patience of whoever calls. */
  private static final Duration A_WHILE = Duration.ofSeconds(3);

  private final Parcels parcels;
  private volatile Mood mood = Mood.FINE;

  ParcelResource(Parcels parcels) {
    this.parcels = parcels;
  }

  /** Nobody delivers to XX. */
  @POST
  @LRA(value = LRA.Type.MANDATORY, end = false)
  public Response book(@HeaderParam(LRA_HTTP_CONTEXT_HEADER) URI lra, JsonNode wish)
      throws IOException, InterruptedException {
    if (wish.path("address").path("country").asText().equals("XX")) {
      return Response.status(409).entity(Map.of("detail", "Nobody delivers to XX.")).build();
    }
    parcels.book(lra.toString(), wish.path("orderId").asText());
    takeTime();
    return mood == Mood.BROKEN
        ? Response.serverError().build()
        : Response.created(URI.create("/parcels/CP-" + UUID.randomUUID())).build();
  }

  @PUT
  @Path("/complete")
  @Complete
  public Response complete(@HeaderParam(LRA_HTTP_CONTEXT_HEADER) URI lra)
      throws IOException, InterruptedException {
    parcels.move(lra.toString(), "sending");
    takeTime();
    parcels.move(lra.toString(), "sent");
    return Response.ok(ParticipantStatus.Completed.name()).build();
  }

  @PUT
  @Path("/compensate")
  @Compensate
  public Response compensate(@HeaderParam(LRA_HTTP_CONTEXT_HEADER) URI lra)
      throws IOException, InterruptedException {
    if (mood == Mood.STUBBORN) {
      return Response.ok(ParticipantStatus.FailedToCompensate.name()).build();
    }
    parcels.move(lra.toString(), "cancelling");
    takeTime();
    parcels.move(lra.toString(), "cancelled");
    return Response.ok(ParticipantStatus.Compensated.name()).build();
  }

  private void takeTime() throws InterruptedException {
    if (mood == Mood.SLOW) {
      Thread.sleep(A_WHILE);
    }
  }

  /** The states of all parcels of an order, for tests. */
  @GET
  @Path("/of/{order}")
  public List<String> of(@PathParam("order") String order) {
    return parcels.of(order).stream().map(Parcels.Parcel::state).toList();
  }

  /** For tests. */
  @PUT
  @Path("/mood/{mood}")
  public void feel(@PathParam("mood") String next) {
    mood = Mood.valueOf(next);
  }
}
