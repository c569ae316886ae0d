package dev.backstep.reads;

import dev.backstep.reads.memory.Marks;
import dev.backstep.reads.memory.Marks.Memory;
import dev.backstep.reads.position.Position;
import dev.backstep.reads.replica.PositionQuery;
import dev.backstep.reads.replica.Replica;
import dev.backstep.reads.replica.ReplicaReader;
import dev.backstep.reads.replica.ReplicaReader.Outcome;
import dev.backstep.reads.replica.ReplicaReader.Query;
import dev.backstep.reads.replica.Replicas;
import dev.backstep.reads.routing.Claim;
import dev.backstep.reads.routing.Need;
import dev.backstep.reads.routing.Needs;
import dev.backstep.reads.routing.Reason;
import dev.backstep.reads.routing.Remembered;
import dev.backstep.reads.routing.ReplicaState;
import dev.backstep.reads.routing.Route;
import dev.backstep.reads.routing.Routing;
import dev.backstep.reads.routing.Strategy;
import dev.backstep.reads.token.TokenSeal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads that show a customer at least what he has done and seen. For showing only: what decides a
 * write reads the primary, in the transaction that writes, and not through this.
 */
public final class Reads {
  private final Parts parts;
  private final ReplicaReader reader = new ReplicaReader(System::nanoTime);

  public Reads(Parts parts) {
    this.parts = parts;
  }

  /**
   * What reads are made of.
   *
   * @param primary where reads go when no replica will do
   */
  public record Parts(
      Needs needs,
      DataSource primary,
      Replicas replicas,
      Marks marks,
      TokenSeal seal,
      InstantSource time,
      ReadsListener listener) {}

  /**
   * Runs the query where that customer may read.
   *
   * @param token what he brought in {@link TokenSeal#HEADER}, if anything
   * @throws ReadFailedException when the primary refuses
   */
  public <T> Answer<T> read(String customer, @Nullable String token, Query<T> query) {
    var need = need(customer, token);
    return switch (Routing.route(need, states())) {
      case Route.Primary(var reason) -> onPrimary(customer, reason, query);
      case Route.Replica(var name) -> onReplica(customer, name, need, Duration.ZERO, query);
      case Route.Awaited(var name) -> awaited(customer, name, need, query);
    };
  }

  /** Runs the query on the primary, for a reader who decides something. */
  public <T> Answer<T> decisive(String reader, Query<T> query) {
    return onPrimary(reader, Reason.DECIDES, query);
  }

  private List<ReplicaState> states() {
    return parts.replicas.all().stream().map(Replica::state).toList();
  }

  private Need need(String customer, @Nullable String token) {
    if (parts.replicas.all().isEmpty() || parts.needs.strategy() == Strategy.LEADER_ONLY) {
      return new Need.Primary(Reason.LEADER_ONLY); // nobody has to be asked
    }
    parts.replicas.pace().wanted();
    return parts.needs.of(claim(customer, token), remembered(customer), parts.time.instant());
  }

  private Claim claim(String customer, @Nullable String token) {
    return token == null || token.isBlank()
        ? new Claim.NoToken()
        : parts
            .seal
            .open(customer, token.strip())
            .<Claim>map(Claim.Token::new)
            .orElseGet(Claim.Unreadable::new);
  }

  /** Bounded by what the marks are ready to wait. */
  private Remembered remembered(String customer) {
    return parts.marks.of(customer).join();
  }

  private <T> Answer<T> awaited(String customer, String name, Need need, Query<T> query) {
    long start = System.nanoTime();
    var outcome = attempt(name, need, Routing.PATIENCE, query);
    parts.listener.waited(
        Duration.ofNanos(System.nanoTime() - start), outcome instanceof Outcome.Done);
    return finish(customer, name, outcome, query);
  }

  private <T> Answer<T> onReplica(
      String customer, String name, Need need, Duration patience, Query<T> query) {
    return finish(customer, name, attempt(name, need, patience, query), query);
  }

  private <T> Outcome<T> attempt(String name, Need need, Duration patience, Query<T> query) {
    var replica =
        parts.replicas.all().stream()
            .filter(it -> it.name().equals(name))
            .findFirst()
            .orElseThrow();
    return reader.read(replica, position(need), patience, query);
  }

  private static Optional<Position> position(Need need) {
    return switch (need) {
      case Need.AtLeast(var position) -> Optional.of(position);
      case Need.Anything _ -> Optional.empty();
      case Need.Primary _ -> Optional.of(Position.NOWHERE);
    };
  }

  private <T> Answer<T> finish(String customer, String name, Outcome<T> outcome, Query<T> query) {
    return switch (outcome) {
      case Outcome.Done<T>(var value, var seen) -> {
        parts.listener.fromReplica(name);
        yield new Answer<>(value, parts.seal.seal(customer, seen));
      }
      case Outcome.Failed<T>(var reason) -> onPrimary(customer, reason, query);
    };
  }

  private <T> Answer<T> onPrimary(String customer, Reason reason, Query<T> query) {
    parts.listener.fromPrimary(reason);
    var memory = parts.marks.memory();
    try (var connection = parts.primary.getConnection()) {
      T value = query.run(connection);
      var seen = PositionQuery.ofPrimary(connection);
      remember(memory, customer, reason, seen);
      return new Answer<>(value, parts.seal.seal(customer, seen));
    } catch (SQLException e) {
      throw new ReadFailedException(e);
    }
  }

  /** So that the next read of a customer of whom nothing was known may go to a replica. */
  private void remember(Memory memory, String customer, Reason reason, Position seen) {
    switch (reason) {
      case NOTHING_REMEMBERED, OTHER_TIMELINE -> {
        var mark = new Remembered.Mark(seen, Instant.EPOCH);
        var _ = parts.marks.raise(memory, List.of(customer), mark);
      }
      case DECIDES,
          LEADER_ONLY,
          NO_REPLICA,
          REPLICA_AWAY,
          REPLICA_BEHIND,
          WAIT_OVER,
          MEMORY_AWAY,
          RECENT_WRITE,
          UNREADABLE_TOKEN -> {}
    }
  }
}
