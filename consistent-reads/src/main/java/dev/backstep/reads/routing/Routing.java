package dev.backstep.reads.routing;

import dev.backstep.reads.position.Position;
import dev.backstep.reads.routing.ReplicaState.Following;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** The decision itself: needs and states in, a route out. */
public final class Routing {
  /** Longer than a replica in good health lags, and less than a reader notices. */
  public static final Duration PATIENCE = Duration.ofMillis(50);

  private static final Comparator<Following> LEAST_LOADED =
      Comparator.comparingInt(Following::reading);

  private Routing() {}

  /**
   * The least loaded replica that has what is needed, else one about to have it, else the primary.
   */
  public static Route route(Need need, List<ReplicaState> replicas) {
    if (replicas.isEmpty()) {
      return new Route.Primary(Reason.NO_REPLICA);
    }
    return switch (need) {
      case Need.Primary(var reason) -> new Route.Primary(reason);
      case Need.Anything _ -> any(following(replicas));
      case Need.AtLeast(var position) -> fresh(position, following(replicas));
    };
  }

  private static Route any(List<Following> alive) {
    return alive.stream()
        .min(LEAST_LOADED)
        .<Route>map(it -> new Route.Replica(it.name()))
        .orElseGet(() -> new Route.Primary(Reason.REPLICA_AWAY));
  }

  private static Route fresh(Position position, List<Following> alive) {
    if (alive.isEmpty()) {
      return new Route.Primary(Reason.REPLICA_AWAY);
    }
    if (alive.stream().noneMatch(it -> it.replayed().timeline() == position.timeline())) {
      return new Route.Primary(Reason.OTHER_TIMELINE);
    }
    return alive.stream()
        .filter(it -> it.replayed().covers(position))
        .min(LEAST_LOADED)
        .<Route>map(it -> new Route.Replica(it.name()))
        .orElseGet(() -> aboutToArrive(position, alive));
  }

  private static Route aboutToArrive(Position position, List<Following> alive) {
    return alive.stream()
        .filter(it -> it.replayed().timeline() == position.timeline())
        .filter(it -> it.delay().compareTo(PATIENCE) <= 0)
        .min(Comparator.comparing(Following::delay).thenComparing(LEAST_LOADED))
        .<Route>map(it -> new Route.Awaited(it.name()))
        .orElseGet(() -> new Route.Primary(Reason.REPLICA_BEHIND));
  }

  private static List<Following> following(List<ReplicaState> replicas) {
    return replicas.stream()
        .filter(Following.class::isInstance)
        .map(Following.class::cast)
        .toList();
  }
}
