package dev.backstep.saga.query;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.saga.engine.SagaState;
import dev.backstep.saga.figures.Keys;
import dev.backstep.saga.words.Cause;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds sagas, the newest first. Made of small searches, each of which an index answers in order,
 * so that none has to look at more than it shows: one for each state and each meaning of the term.
 */
@Singleton
public final class SagaSearch {
  /** One by one for those that are found: as a join it could begin at all that are so large. */
  private static final String AMOUNT =
      " AND (SELECT a.minor FROM saga_amount a WHERE a.saga_id = s.id) >= ?";

  private static final String ORDER = " ORDER BY s.id DESC LIMIT ?";

  private final Conditions conditions;

  SagaSearch(Conditions conditions) {
    this.conditions = conditions;
  }

  /** The newest that match, after that one if one is named, at most so many. */
  public List<UUID> find(Transaction tx, SagaFilter filter, Optional<UUID> after, int atMost)
      throws SQLException {
    var searches = searches(filter, after, atMost);
    return searches.isEmpty() ? List.of() : run(tx, all(searches, atMost));
  }

  /** The text of the statement, for a look at its plan. */
  Sql statement(SagaFilter filter, Optional<UUID> after, int atMost) {
    return all(searches(filter, after, atMost), atMost);
  }

  private static List<UUID> run(Transaction tx, Sql sql) throws SQLException {
    try (var select = sql.prepare(tx.connection());
        var rows = select.executeQuery()) {
      var found = new ArrayList<UUID>();
      while (rows.next()) {
        found.add(rows.getObject(1, UUID.class));
      }
      return found;
    }
  }

  private static Sql all(List<Sql> searches, int atMost) {
    if (searches.size() == 1) {
      return searches.getFirst();
    }
    var all = new Sql().add("SELECT DISTINCT id FROM (");
    for (int i = 0; i < searches.size(); i++) {
      all.add(i == 0 ? "(" : " UNION ALL (").add(searches.get(i)).add(")");
    }
    return all.add(") AS found ORDER BY id DESC LIMIT ?", atMost);
  }

  private List<Sql> searches(SagaFilter filter, Optional<UUID> after, int atMost) {
    if (AmountSearch.fits(filter)) {
      var where = conditions.of(filter).add(anyOf(filter.possible()));
      return AmountSearch.searches(filter, where, after, atMost).toList();
    }
    return sources(filter)
        .flatMap(
            source -> states(filter).map(state -> search(source, state, filter, after, atMost)))
        .toList();
  }

  private Sql search(Sql source, Sql state, SagaFilter filter, Optional<UUID> after, int atMost) {
    var sql = new Sql().add("SELECT s.id FROM saga s").add(source);
    filter.amountOver().ifPresent(it -> sql.add(AMOUNT, it));
    sql.add(state).add(conditions.of(filter));
    after.ifPresent(it -> sql.add(" AND s.id < ?", it));
    return sql.add(ORDER, atMost);
  }

  /** Each state apart: an index has the sagas of one state in order, but not those of several. */
  private static Stream<Sql> states(SagaFilter filter) {
    var possible = filter.possible();
    return possible.size() == SagaState.values().length
        ? Stream.of(new Sql())
        : possible.stream().map(state -> new Sql().add(" AND s.state = ?", state.name()));
  }

  private static Sql anyOf(Set<SagaState> states) {
    return states.size() == SagaState.values().length
        ? new Sql()
        : new Sql()
            .add(
                " AND s.state = ANY (string_to_array(?, ','))",
                states.stream().map(SagaState::name).collect(Collectors.joining(",")));
  }

  /** From where to start: what the term may mean, a cause that is kept, or all sagas. */
  private static Stream<Sql> sources(SagaFilter filter) {
    return filter
        .term()
        .map(SagaSearch::sources)
        .orElseGet(() ->
            Stream.of(
                filter
                    .cause()
                    .flatMap(SagaSearch::kept)
                    .orElseGet(() -> new Sql().add(" WHERE true"))));
  }

  private static Optional<Sql> kept(Cause cause) {
    return cause instanceof Cause.TurnedBack it
        ? Optional.of(byKey(Keys.cause(it.key())))
        : Optional.empty();
  }

  private static Stream<Sql> sources(SearchTerm term) {
    var exact =
        term.ids().stream()
            .flatMap(id ->
                Stream.of(
                    new Sql().add(" WHERE s.id = ?", id),
                    new Sql().add(" WHERE s.business_key = ?", id)));
    var beginnings =
        term.ranges().stream()
            .flatMap(range ->
                Stream.of(
                    new Sql().add(" WHERE s.id BETWEEN ? AND ?", range.from(), range.to()),
                    new Sql()
                        .add(" WHERE s.business_key BETWEEN ? AND ?", range.from(), range.to())));
    var keys = term.keys().stream().map(SagaSearch::byKey);
    return Stream.of(exact, beginnings, keys).flatMap(it -> it);
  }

  private static Sql byKey(String key) {
    return new Sql().add(" JOIN saga_key k ON k.saga_id = s.id WHERE k.key = ?", key);
  }
}
