package dev.backstep.carrier;

import static org.eclipse.microprofile.lra.annotation.ws.rs.LRA.LRA_HTTP_CONTEXT_HEADER;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.lra.annotation.ws.rs.LRA;

/**
 * A trip of which an order somewhere else is a part: it stands if this method ends well, and is
 * cancelled if it does not.
 */
@Path("/trips")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class TripResource {
  private final HttpClient http = HttpClient.newHttpClient();

  /** Sends the order on, in the trip's LRA; then all goes well, or nothing does. */
  @POST
  @LRA(LRA.Type.REQUIRES_NEW)
  public Response book(
      @HeaderParam(LRA_HTTP_CONTEXT_HEADER) URI lra,
      @QueryParam("fails") boolean fails,
      String order)
      throws IOException, InterruptedException {
    var config = ConfigProvider.getConfig();
    var request =
        HttpRequest.newBuilder(config.getValue("carrier.orders", URI.class))
            .header(LRA_HTTP_CONTEXT_HEADER, lra.toString())
            .header("Authorization", "Bearer " + config.getValue("carrier.token", String.class))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofString(order))
            .build();
    var answer = http.send(request, BodyHandlers.ofString());
    return Response.status(fails ? 500 : 200).entity(answer.body()).build();
  }
}
