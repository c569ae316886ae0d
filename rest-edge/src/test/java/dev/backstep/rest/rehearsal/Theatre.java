package dev.backstep.rest.rehearsal;

import dev.backstep.rest.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Where it is noted who came, and with what. */
@Path("/theatre")
class Theatre {
  static final Queue<String> VISITS = new ConcurrentLinkedQueue<>();

  private final JsonWebToken token;

  Theatre(JsonWebToken token) {
    this.token = token;
  }

  @POST
  @RolesAllowed(Roles.CUSTOMER)
  public void visit(Ticket ticket) {
    VISITS.add(token.getSubject() + " with " + ticket.row());
  }

  /** A body. */
  record Ticket(int row) {}

  @Singleton
  static class Play implements Rehearsal {
    @Override
    public List<Request> requests() {
      return List.of(new Request("POST", "/theatre", "{\"row\": 7}"));
    }
  }
}
