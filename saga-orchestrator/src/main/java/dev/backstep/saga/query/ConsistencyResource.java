package dev.backstep.saga.query;

import dev.backstep.rest.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Whether anything is left lying. */
@Path("/api/consistency")
@Produces(MediaType.APPLICATION_JSON)
class ConsistencyResource {
  private final Consistency consistency;

  ConsistencyResource(Consistency consistency) {
    this.consistency = consistency;
  }

  /** Figures of this moment. */
  @GET
  @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
  public ConsistencyView get() {
    return consistency.look();
  }
}
