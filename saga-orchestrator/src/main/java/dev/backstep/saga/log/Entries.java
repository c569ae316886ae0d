package dev.backstep.saga.log;

import dev.backstep.messaging.transaction.Parameters;
import dev.backstep.messaging.transaction.Write;
import dev.backstep.saga.engine.LogEntry;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How sagas begin or move on: their rows, what moved, and the entries of their logs. */
record Entries(String sql, List<Advance> advances, boolean first) implements Write {
  private record Row(UUID saga, LogEntry entry) {}

  Entries {
    advances = List.copyOf(advances);
  }

  @Override
  public void bind(Parameters parameters) throws SQLException {
    if (!first) {
      sagas(parameters);
    }
    changes(parameters);
    entries(parameters);
  }

  private void sagas(Parameters parameters) throws SQLException {
    parameters
        .array("uuid", each(a -> a.before().saga().id()))
        .array("bigint", each(a -> a.before().run().version()))
        .array("text", each(a -> a.after().phase().state().name()))
        .array("boolean", each(a -> a.after().retrying()))
        .array("bigint", each(a -> a.after().version()))
        .array("text", each(a -> SagaJson.write(a.after())))
        .array("text", each(a -> text(a.dueAt())))
        .array("text", each(a -> a.after().phase().why()))
        .array("text", each(a -> text(a.at())));
  }

  private void changes(Parameters parameters) throws SQLException {
    parameters
        .array("uuid", each(a -> a.before().saga().id()))
        .array("bigint", each(a -> a.after().version()))
        .array("text", each(a -> first ? null : a.before().run().phase().state().name()))
        .array("text", each(a -> a.after().phase().state().name()));
  }

  private void entries(Parameters parameters) throws SQLException {
    var rows =
        advances.stream()
            .flatMap(a -> a.entries().stream().map(e -> new Row(a.before().saga().id(), e)))
            .toList();
    parameters
        .array("uuid", column(rows, Row::saga))
        .array("bigint", column(rows, r -> r.entry.seq()))
        .array("text", column(rows, r -> text(r.entry.at())))
        .array("text", column(rows, r -> SagaJson.write(r.entry.event())))
        .array("text", column(rows, r -> step(r.entry)))
        .array("text", column(rows, r -> direction(r.entry)))
        .array("int", column(rows, r -> r.entry.attempt()))
        .array("text", column(rows, r -> text(r.entry.outcome())))
        .array("text", column(rows, r -> r.entry.reason()))
        .array("text", column(rows, r -> SagaJson.write(r.entry.sent())));
  }

  private @Nullable Object[] each(Function<Advance, @Nullable Object> value) {
    return column(advances, value);
  }

  private static <T> @Nullable Object[] column(List<T> rows, Function<T, @Nullable Object> value) {
    return rows.stream().map(value).toArray();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static @Nullable String step(LogEntry entry) {
    var about = entry.about();
    return about == null ? null : about.step();
  }

  private static @Nullable String direction(LogEntry entry) {
    var about = entry.about();
    return about == null ? null : about.direction().wireName();
  }
}
