package dev.backstep.e2e.audit;

import dev.backstep.contracts.Topics;
import dev.backstep.gateway.Ledger;
import dev.backstep.gateway.LedgerEntry;
import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.testing.TestStack;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a broken system would show: the real databases, changed in transactions that are never
 * committed, and the real ledger and topics, changed on the way.
 */
final class DamagedWitnesses implements Witnesses, AutoCloseable {
  private final TestStack stack;
  private final Map<Part, Connection> databases = new EnumMap<>(Part.class);
  private UnaryOperator<List<LedgerEntry>> forgery = UnaryOperator.identity();

  private final List<Told> told = new ArrayList<>();
  private UnaryOperator<Stream<Told>> rumour = UnaryOperator.identity();
  private Optional<Instant> since = Optional.empty();
  private UnaryOperator<Map<String, Shown>> view = UnaryOperator.identity();

  DamagedWitnesses(TestStack stack) {
    this.stack = stack;
  }

  @Override
  public Connection database(Part service) {
    return databases.computeIfAbsent(service, this::transaction);
  }

  private Connection transaction(Part service) {
    try {
      var connection = stack.superuser(Databases.of(service));
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Ledger ledger() {
    var entries = Ledger.read(stack.gatewayDirectory()).entries();
    return new Ledger(forgery.apply(new ArrayList<>(entries)));
  }

  /** Reads the topics once: nothing is said any more while these witnesses are heard. */
  @Override
  public Published published() {
    if (told.isEmpty()) {
      try (var reader =
          new TopicReader(stack.kafkaBootstrap(), Topics.all(), InstantSource.system())) {
        reader.readOn(told::add);
      }
    }
    var published = Published.of(rumour.apply(told.stream()));
    published.remembers(since);
    return published;
  }

  @Override
  public Map<String, Shown> stockView(List<String> skus) {
    return view.apply(new StockViewReader(stack.processes().layout()).read(skus));
  }

  DamagedWitnesses show(UnaryOperator<Map<String, Shown>> change) {
    view = change;
    return this;
  }

  DamagedWitnesses spread(UnaryOperator<Stream<Told>> change) {
    rumour = change;
    return this;
  }

  /** What was begun before is on the topics no more, or may not be. */
  DamagedWitnesses forgetAllBefore(Instant instant) {
    since = Optional.of(instant);
    return this;
  }

  /** Changes rows behind the back of triggers and foreign keys. */
  DamagedWitnesses damage(Part service, String... statements) throws SQLException {
    try (var statement = database(service).createStatement()) {
      statement.execute("SET LOCAL session_replication_role = replica");
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
    return this;
  }

  DamagedWitnesses forge(UnaryOperator<List<LedgerEntry>> change) {
    forgery = change;
    return this;
  }

  @Override
  public void close() throws SQLException {
    for (var connection : databases.values()) {
      connection.rollback();
      connection.close();
    }
  }
}
