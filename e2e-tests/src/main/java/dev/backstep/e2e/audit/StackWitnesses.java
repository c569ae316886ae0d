package dev.backstep.e2e.audit;

import static java.util.Comparator.naturalOrder;

import dev.backstep.contracts.Topics;
import dev.backstep.gateway.Ledger;
import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.postgres.Connections;
import dev.backstep.stack.service.GatewayRecipe;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The databases, the topics and the ledger of a local stack, through a role that can change
 * nothing.
 */
public final class StackWitnesses implements Witnesses, AutoCloseable {
  /** A database on this machine answers in milliseconds, or is gone. */
  private static final int VALID_SECONDS = 2;

  private final Layout layout;
  private final Optional<Instant> since;
  private final Map<Part, Connection> databases = new EnumMap<>(Part.class);
  private final Published published = new Published();
  private @Nullable TopicReader topics;

  private StackWitnesses(Layout layout, Optional<Instant> since) {
    this.layout = layout;
    this.since = since;
  }

  /** Connects to every service's database; topics are taken to remember what they can. */
  public static StackWitnesses of(Layout layout) throws SQLException {
    return of(layout, Optional.empty());
  }

  /**
   * The same.
   *
   * @param since what was begun earlier is known to be on no topic any more
   */
  static StackWitnesses of(Layout layout, Optional<Instant> since) throws SQLException {
    var witnesses = new StackWitnesses(layout, since);
    try {
      for (Part service : Part.services()) {
        witnesses.connect(service);
      }
      return witnesses;
    } catch (SQLException e) {
      witnesses.close();
      throw e;
    }
  }

  private Connection connect(Part service) throws SQLException {
    var connection = Connections.open(layout, Databases.of(service), Databases.AUDITOR);
    databases.put(service, connection);
    connection.setReadOnly(true);
    return connection;
  }

  /**
   * Connects again when the connection did not survive, so that one auditor outlives a database; to
   * the coordinator's, which has nothing to say for most, when it is asked.
   */
  @Override
  public Connection database(Part service) throws SQLException {
    var connection = databases.get(service);
    if (connection == null) {
      return connect(service);
    }
    if (connection.isValid(VALID_SECONDS)) {
      return connection;
    }
    connection.close();
    return connect(service);
  }

  @Override
  public Ledger ledger() {
    return Ledger.read(GatewayRecipe.directory(layout));
  }

  /** The first call reads everything, later ones what is new. */
  @Override
  public Published published() {
    if (topics == null) {
      topics = new TopicReader(layout.url(Part.KAFKA), Topics.all(), InstantSource.system());
      published.remembers(
          Stream.of(since, topics.since()).flatMap(Optional::stream).max(naturalOrder()));
    }
    topics.readOn(published::add);
    return published;
  }

  @Override
  public Map<String, Shown> stockView(List<String> skus) {
    return new StockViewReader(layout).read(skus);
  }

  @Override
  public void close() throws SQLException {
    if (topics != null) {
      topics.close();
    }
    for (var connection : databases.values()) {
      connection.close();
    }
  }
}
