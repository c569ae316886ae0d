package dev.backstep.saga.dashboard;

import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.rest.access.Roles;
import dev.backstep.saga.books.Books;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** All sagas at a glance. */
@Path("/api/overview")
@Produces(MediaType.APPLICATION_JSON)
class OverviewResource {
  private final Transactions transactions;
  private final OverviewReader reader;
  private final Books books;
  private final InstantSource time;

  OverviewResource(
      Transactions transactions, OverviewReader reader, Books books, InstantSource time) {
    this.transactions = transactions;
    this.reader = reader;
    this.books = books;
    this.time = time;
  }

  /** {@code window} is 15m, 1h or 24h; 1h when left out. */
  @GET
  @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
  public Overview get(@QueryParam("window") @Nullable String window) {
    var wanted = Window.parse(window);
    var now = time.instant();
    var overview = transactions.call(tx -> reader.read(tx, wanted, now));
    return overview.with(books.summary(), books.looked().orElse(now));
  }
}
