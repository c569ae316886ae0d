package dev.backstep.saga.query;

import dev.backstep.contracts.Direction;
import dev.backstep.saga.engine.SagaDefinition;
import dev.backstep.saga.engine.SagaDefinitions;
import dev.backstep.saga.figures.Keys;
import dev.backstep.saga.words.Cause;
import dev.backstep.saga.words.StuckKind;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;

/** What a filter means for a row of the table saga, called {@code s}, as SQL. */
@Singleton
class Conditions {
  private static final String HAS_KEY =
      " AND EXISTS (SELECT 1 FROM saga_key c WHERE c.key = ? AND c.saga_id = s.id)";

  private final SagaDefinitions definitions;

  Conditions(SagaDefinitions definitions) {
    this.definitions = definitions;
  }

  /** All but states and the search term; begins with AND, or is empty. */
  Sql of(SagaFilter filter) {
    var sql = new Sql();
    filter.definition().ifPresent(it -> sql.add(" AND s.definition = ?", it));
    filter.orderId().ifPresent(it -> sql.add(" AND s.business_key = ?", it));
    filter.retrying().ifPresent(it -> sql.add(it ? " AND s.retrying" : " AND NOT s.retrying"));
    filter
        .olderThanSeconds()
        .ifPresent(it ->
            sql.add(
                " AND s.started_at < clock_timestamp() - make_interval(secs => ?)", (double) it));
    filter
        .attemptsOver()
        .ifPresent(it -> sql.add(" AND (s.run #>> '{phase,flight,attempt}')::int > ?", it));
    filter.blockedAt().ifPresent(it -> waitsAt(sql, it.step(), it.direction()));
    filter.cause().ifPresent(it -> because(sql, it));
    return sql;
  }

  private void because(Sql sql, Cause cause) {
    switch (cause) {
      case Cause.TurnedBack it -> sql.add(HAS_KEY, Keys.cause(it.key()));
      case Cause.Stuck(var step, var direction, var kind) -> {
        waitsAt(sql, step, Optional.of(direction));
        stuckAs(sql, kind);
      }
      case Cause.Retrying(var step, var direction) -> {
        waitsAt(sql.add(" AND s.retrying"), step, Optional.of(direction));
      }
    }
  }

  /** The first kind whose pattern matches counts. */
  private static void stuckAs(Sql sql, StuckKind kind) {
    Arrays.stream(StuckKind.values())
        .filter(it -> it.compareTo(kind) < 0)
        .forEach(it -> sql.add(" AND s.reason !~ ?", it.pattern()));
    sql.add(" AND s.reason ~ ?", kind.pattern());
  }

  private void waitsAt(Sql sql, String step, Optional<Direction> direction) {
    var places = definitions.all().stream().flatMap(it -> place(it, step).stream()).toList();
    if (places.isEmpty()) {
      sql.add(" AND false");
      return;
    }
    sql.add(" AND (");
    for (int i = 0; i < places.size(); i++) {
      var place = places.get(i);
      sql.add(i == 0 ? "" : " OR ")
          .add(
              "s.definition = ? AND s.definition_version = ? AND (s.run #>> '{phase,flight,step}')::int = ?",
              place.definition(),
              place.version(),
              place.index());
    }
    sql.add(")");
    direction.ifPresent(it -> sql.add(" AND s.run #>> '{phase,flight,direction}' = ?", it.name()));
  }

  private record Place(String definition, int version, int index) {}

  private static Optional<Place> place(SagaDefinition<?> definition, String step) {
    var names = definition.steps().stream().map(it -> it.name()).toList();
    return Optional.of(new Place(definition.name(), definition.version(), names.indexOf(step)))
        .filter(it -> it.index() >= 0);
  }
}
