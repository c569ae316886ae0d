package dev.backstep.saga.books;

import dev.backstep.rest.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Whether the books of all services agree. */
@Path("/api/consistency")
@Produces(MediaType.APPLICATION_JSON)
class ConsistencyResource {
  private final Books books;

  ConsistencyResource(Books books) {
    this.books = books;
  }

  /** Every rule with both its sides; what a silent service keeps to itself is unknown. */
  @GET
  @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
  public Consistency get() {
    return books.read();
  }
}
