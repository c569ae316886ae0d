package dev.backstep.saga.deadletter;

import dev.backstep.rest.access.Roles;
import dev.backstep.saga.paging.Cursor;
import dev.backstep.saga.paging.Limit;
import dev.backstep.saga.problem.SagaProblem;
import dev.backstep.saga.session.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Dead letters of every service. */
@Path("/api/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
class DeadLetterResource {
  private final Letters letters;
  private final LetterTable table;
  private final LetterGroups groups;
  private final LetterMoment moment;
  private final Caller caller;

  DeadLetterResource(
      Letters letters, LetterTable table, LetterGroups groups, LetterMoment moment, Caller caller) {
    this.letters = letters;
    this.table = table;
    this.groups = groups;
    this.moment = moment;
    this.caller = caller;
  }

  /** The newest first; {@code limit} is 50 when left out and at most 200. */
  @GET
  public LetterPage list(
      @QueryParam("sagaId") @Nullable UUID saga,
      @QueryParam("group") @Nullable String group,
      @QueryParam("state") @Nullable String state,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    int size = Limit.of(limit);
    var filter =
        new Letters.Filter(
            Optional.ofNullable(saga),
            Optional.ofNullable(group),
            Optional.ofNullable(state).map(LetterState::parse));
    var rows = letters.page(filter, Cursor.from(cursor), size + 1);
    var page = rows.stream().limit(size).map(LetterView::of).toList();
    var next = rows.size() > size ? new Cursor(page.getLast().id()).toString() : null;
    return new LetterPage(moment.now(), page, next);
  }

  /** Those that wait for somebody, by what is likely to be one cause, the largest first. */
  @GET
  @Path("/groups")
  public GroupsView groups() {
    return moment.call(tx -> {
      var found = groups.read(tx);
      return new GroupsView(moment.now(), found, groups.clean(tx, found));
    });
  }

  /** One letter with its body, in which what belongs to customers is masked. */
  @GET
  @Path("/{id}")
  public LetterDetail get(@PathParam("id") UUID id) {
    var kept = moment.call(tx -> table.find(tx, id));
    return letters
        .one(id)
        .flatMap(row -> kept.map(it -> LetterDetail.of(row, it, caller.isOperator())))
        .orElseThrow(() ->
            SagaProblem.DEAD_LETTER_NOT_FOUND.problem("No dead letter has the id " + id + "."));
  }
}
