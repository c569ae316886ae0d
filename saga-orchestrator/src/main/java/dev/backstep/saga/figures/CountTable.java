package dev.backstep.saga.figures;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.saga.engine.SagaState;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps how many sagas are in which state. */
@Singleton
class CountTable {
  private static final String ADD =
      """
      INSERT INTO saga_count (state, currency, sagas, minor, units)
      SELECT state, currency, sagas, minor, units
      FROM (SELECT unnest(?::text[]) AS state, unnest(?::text[]) AS currency, unnest(?::bigint[]) AS sagas,
                   unnest(?::bigint[]) AS minor, unnest(?::bigint[]) AS units) AS t
      ORDER BY state, currency
      ON CONFLICT (state, currency)
      DO UPDATE SET sagas = saga_count.sagas + excluded.sagas, minor = saga_count.minor + excluded.minor,
        units = saga_count.units + excluded.units
      """;

  private record Place(SagaState state, String currency) {}

  void add(Transaction tx, List<Move> moves, Map<UUID, Facts> facts) throws SQLException {
    var tallies = sum(moves, facts);
    var connection = tx.connection();
    try (var insert = connection.prepareStatement(ADD)) {
      insert.setArray(
          1,
          connection.createArrayOf("text", tallies.stream().map(t -> t.state().name()).toArray()));
      insert.setArray(
          2, connection.createArrayOf("text", tallies.stream().map(Tally::currency).toArray()));
      insert.setArray(
          3, connection.createArrayOf("bigint", tallies.stream().map(Tally::sagas).toArray()));
      insert.setArray(
          4, connection.createArrayOf("bigint", tallies.stream().map(Tally::minor).toArray()));
      insert.setArray(
          5, connection.createArrayOf("bigint", tallies.stream().map(Tally::units).toArray()));
      insert.executeUpdate();
    }
  }

  static List<Tally> sum(Collection<Move> moves, Map<UUID, Facts> facts) {
    return add(moves.stream().flatMap(move -> differences(move, facts)));
  }

  static List<Tally> add(Stream<Tally> tallies) {
    var sums =
        tallies.collect(
            Collectors.toMap(
                t -> new Place(t.state(), t.currency()),
                t -> t,
                (a, b) ->
                    new Tally(
                        a.state(),
                        a.currency(),
                        a.sagas() + b.sagas(),
                        a.minor() + b.minor(),
                        a.units() + b.units())));
    return new ArrayList<>(sums.values());
  }

  private static Stream<Tally> differences(Move move, Map<UUID, Facts> facts) {
    var fact = facts.get(move.saga());
    var currency = fact == null ? "" : fact.currency();
    long minor = fact == null ? 0 : fact.minor();
    long units = fact == null ? 0 : fact.units();
    var came = Stream.of(new Tally(move.became(), currency, 1, minor, units));
    var was = move.was();
    return was == null
        ? came
        : Stream.concat(came, Stream.of(new Tally(was, currency, -1, -minor, -units)));
  }
}
