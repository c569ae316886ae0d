package dev.backstep.saga.dashboard;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.rest.access.Roles;
import dev.backstep.saga.bulk.BulkRuns;
import dev.backstep.saga.deadletter.LetterGroups;
import dev.backstep.saga.figures.Figures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;

/** How many sagas are where. */
@Path("/api/counts")
@Produces(MediaType.APPLICATION_JSON)
class CountsResource {
  private final Transactions transactions;
  private final Figures figures;
  private final LetterGroups letters;
  private final BulkRuns bulk;
  private final InstantSource time;

  CountsResource(
      Transactions transactions,
      Figures figures,
      LetterGroups letters,
      BulkRuns bulk,
      InstantSource time) {
    this.transactions = transactions;
    this.figures = figures;
    this.letters = letters;
    this.bulk = bulk;
    this.time = time;
  }

  /** Kept, not counted; exact as of now. */
  @GET
  @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
  public Counts get() {
    return transactions.call(this::read);
  }

  private Counts read(Transaction tx) throws SQLException {
    var states = Figures.byState(figures.tallies(tx));
    long open =
        states.entrySet().stream()
            .filter(it -> !it.getKey().isFinal())
            .mapToLong(Map.Entry::getValue)
            .sum();
    return new Counts(
        time.instant(), states, open, letters.waiting(tx), bulk.running(tx).orElse(null));
  }
}
