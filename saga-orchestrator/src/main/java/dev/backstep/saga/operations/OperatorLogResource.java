package dev.backstep.saga.operations;

import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.rest.access.Roles;
import dev.backstep.saga.paging.Cursor;
import dev.backstep.saga.paging.Limit;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What operators did. */
@Path("/api/operator-log")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
class OperatorLogResource {
  private final Transactions transactions;
  private final OperatorLogView log;
  private final InstantSource time;

  OperatorLogResource(Transactions transactions, OperatorLogView log, InstantSource time) {
    this.transactions = transactions;
    this.log = log;
    this.time = time;
  }

  /** The newest first; {@code limit} is 50 when left out and at most 200. */
  @GET
  public OperatorLogPage list(
      @QueryParam("operator") @Nullable String operator,
      @QueryParam("sagaId") @Nullable UUID saga,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    int size = Limit.of(limit);
    var after = Cursor.from(cursor).map(Cursor::after);
    var found = transactions.call(tx -> log.page(tx, after, operator, saga, size + 1));
    var page = found.stream().limit(size).toList();
    var next = found.size() > size ? new Cursor(page.getLast().id()).toString() : null;
    return new OperatorLogPage(time.instant(), page, next);
  }
}
