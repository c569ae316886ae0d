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
  private final ReplicaReader replicaReader = new ReplicaReader(System::nanoTime);

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
  public <T> Answer<T> read(String customer, @Nullable String token, Query<Dated<T>> query) {
    var claim = claim(customer, token);
    var need = need(customer, claim);
    var reader = new Who(customer, floor(need, claim));
    return switch (Routing.route(need, states())) {
      case Route.Primary(var reason) -> onPrimary(reader, reason, query);
      case Route.Replica(var name) -> onReplica(reader, name, need, Duration.ZERO, query);
      case Route.Awaited(var name) -> awaited(reader, name, need, query);
    };
  }

  /** Runs the query on the primary, for a reader who decides something. */
  public <T> Answer<T> decisive(String reader, Query<Dated<T>> query) {
    return onPrimary(new Who(reader, Optional.empty()), Reason.DECIDES, query);
  }

  /**
   * Who reads.
   *
   * @param floor covers all that he did and was shown so far; empty when nobody knows
   */
  private record Who(String customer, Optional<Position> floor) {}

  private static Optional<Position> floor(Need need, Claim claim) {
    return switch (need) {
      case Need.AtLeast(var needed) -> Optional.of(needed);
      case Need.Primary(var reason)
          when reason == Reason.MEMORY_AWAY && claim instanceof Claim.Token(var carried) ->
          Optional.of(carried); // what other devices did, Redis will tell with the next read
      case Need.Primary _, Need.Anything _ -> Optional.empty();
    };
  }

  private List<ReplicaState> states() {
    return parts.replicas.all().stream().map(Replica::state).toList();
  }

  private Need need(String customer, Claim claim) {
    if (parts.replicas.all().isEmpty() || parts.needs.strategy() == Strategy.LEADER_ONLY) {
      return new Need.Primary(Reason.LEADER_ONLY); // nobody has to be asked
    }
    parts.replicas.pace().wanted();
    return parts.needs.of(claim, remembered(customer), parts.time.instant());
  }

  private Claim claim(String customer, @Nullable String token) {
    return token == null || token.isBlank()
        ? new Claim.NoToken()
        : parts
            .seal
            .open(customer, token.strip())
            .filter(position -> !position.equals(Position.NOWHERE))
            .<Claim>map(Claim.Token::new)
            .orElseGet(Claim.Unreadable::new);
  }

  /** Bounded by what the marks are ready to wait. */
  private Remembered remembered(String customer) {
    return parts.marks.of(customer).join();
  }

  private <T> Answer<T> awaited(Who reader, String name, Need need, Query<Dated<T>> query) {
    long start = System.nanoTime();
    var outcome = attempt(name, need, Routing.PATIENCE, query);
    parts.listener.waited(
        Duration.ofNanos(System.nanoTime() - start), outcome instanceof Outcome.Done);
    return finish(reader, name, outcome, query);
  }

  private <T> Answer<T> onReplica(
      Who reader, String name, Need need, Duration patience, Query<Dated<T>> query) {
    return finish(reader, name, attempt(name, need, patience, query), query);
  }

  private <T> Outcome<T> attempt(String name, Need need, Duration patience, Query<T> query) {
    var replica =
        parts.replicas.all().stream()
            .filter(it -> it.name().equals(name))
            .findFirst()
            .orElseThrow();
    return replicaReader.read(replica, position(need), patience, query);
  }

  private static Optional<Position> position(Need need) {
    return switch (need) {
      case Need.AtLeast(var position) -> Optional.of(position);
      case Need.Anything _ -> Optional.empty();
      case Need.Primary _ -> Optional.of(Position.NOWHERE);
    };
  }

  private <T> Answer<T> finish(
      Who reader, String name, Outcome<Dated<T>> outcome, Query<Dated<T>> query) {
    return switch (outcome) {
      case Outcome.Done<Dated<T>>(var found, var seen) -> {
        parts.listener.fromReplica(name);
        yield new Answer<>(found.value(), parts.seal.seal(reader.customer(), seen));
      }
      case Outcome.Failed<Dated<T>>(var reason) -> onPrimary(reader, reason, query);
    };
  }

  private <T> Answer<T> onPrimary(Who reader, Reason reason, Query<Dated<T>> query) {
    parts.listener.fromPrimary(reason);
    var memory = parts.marks.memory();
    try (var connection = parts.primary.getConnection()) {
      var found = query.run(connection);
      var now = PositionQuery.ofPrimary(connection);
      remember(memory, reader.customer(), reason, now);
      var seen = seen(reader, found, now);
      return new Answer<>(found.value(), parts.seal.seal(reader.customer(), seen));
    } catch (SQLException e) {
      throw new ReadFailedException(e);
    }
  }

  /**
   * What he has to be shown from now on: what he had to be shown before, and these rows. Not all
   * that there is now, or whoever looks often would never be given back to a replica that is
   * behind.
   */
  private Position seen(Who reader, Dated<?> found, Position now) {
    return reader
        .floor()
        .filter(now::covers) // of this timeline
        .map(floor -> floor.max(covering(found, now)))
        .orElse(now);
  }

  private Position covering(Dated<?> found, Position now) {
    return found.newest().isPresent()
        ? parts
            .replicas
            .horizons()
            .covering(found.newest().getAsInt())
            .filter(now::covers)
            .orElse(now)
        : now;
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
