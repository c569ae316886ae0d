package dev.backstep.reads.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.reads.position.Position;
import dev.backstep.reads.routing.ReplicaState.Away;
import dev.backstep.reads.routing.ReplicaState.Following;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoutingTest {
  private static final Duration NONE = Duration.ZERO;
  private static final Duration LONG = Duration.ofSeconds(5);

  private static Need atLeast(long lsn) {
    return new Need.AtLeast(new Position(1, lsn));
  }

  private static ReplicaState following(String name, long lsn, Duration delay, int reading) {
    return new Following(name, new Position(1, lsn), delay, reading);
  }

  @Test
  void theLeastLoadedOfTheFreshOnesAnswers() {
    var replicas =
        List.of(
            following("busy", 30, NONE, 7),
            following("idle", 20, NONE, 1),
            following("stale", 19, NONE, 0));
    assertThat(Routing.route(atLeast(20), replicas)).isEqualTo(new Route.Replica("idle"));
  }

  @Test
  void waitsOnlyForOneThatIsAboutToArrive() {
    assertThat(Routing.route(atLeast(20), List.of(following("r", 19, Routing.PATIENCE, 0))))
        .isEqualTo(new Route.Awaited("r"));
    assertThat(
            Routing.route(
                atLeast(20), List.of(following("r", 19, Routing.PATIENCE.plusNanos(1), 0))))
        .isEqualTo(new Route.Primary(Reason.REPLICA_BEHIND));
  }

  @Test
  void everyReasonToGoToThePrimaryIsTold() {
    assertThat(Routing.route(atLeast(1), List.of()))
        .isEqualTo(new Route.Primary(Reason.NO_REPLICA));
    assertThat(Routing.route(atLeast(1), List.of(new Away("r"))))
        .isEqualTo(new Route.Primary(Reason.REPLICA_AWAY));
    assertThat(Routing.route(new Need.Anything(), List.of(new Away("r"))))
        .isEqualTo(new Route.Primary(Reason.REPLICA_AWAY));
    assertThat(
            Routing.route(
                new Need.AtLeast(new Position(2, 1)), List.of(following("r", 99, NONE, 0))))
        .isEqualTo(new Route.Primary(Reason.OTHER_TIMELINE));
    assertThat(
            Routing.route(new Need.AtLeast(Position.NOWHERE), List.of(following("r", 9, NONE, 0))))
        .isEqualTo(new Route.Primary(Reason.OTHER_TIMELINE));
    for (var reason : Reason.values()) {
      assertThat(Routing.route(new Need.Primary(reason), List.of(following("r", 99, NONE, 0))))
          .isEqualTo(new Route.Primary(reason));
    }
  }

  @Test
  void noReplicaAnswersWithoutWhatIsNeeded() {
    var random = new Random(6);
    for (int round = 0; round < 50_000; round++) {
      var replicas = randomReplicas(random);
      var need = new Position(1 + random.nextInt(2), random.nextInt(20));
      switch (Routing.route(new Need.AtLeast(need), replicas)) {
        case Route.Replica(var name) -> {
          var chosen = named(replicas, name);
          assertThat(chosen.replayed().covers(need)).isTrue();
          assertThat(fresh(replicas, need)).allMatch(it -> it.reading() >= chosen.reading());
        }
        case Route.Awaited(var name) -> {
          var chosen = named(replicas, name);
          assertThat(fresh(replicas, need)).isEmpty();
          assertThat(chosen.replayed().timeline()).isEqualTo(need.timeline());
          assertThat(chosen.delay()).isLessThanOrEqualTo(Routing.PATIENCE);
        }
        case Route.Primary _ -> assertThat(fresh(replicas, need)).isEmpty();
      }
    }
  }

  private static List<ReplicaState> randomReplicas(Random random) {
    return IntStream.range(0, random.nextInt(4))
        .<ReplicaState>mapToObj(i ->
            random.nextInt(5) == 0
                ? new Away("r" + i)
                : new Following(
                    "r" + i,
                    new Position(1 + random.nextInt(2), random.nextInt(20)),
                    random.nextBoolean() ? NONE : LONG,
                    random.nextInt(3)))
        .toList();
  }

  private static List<Following> fresh(List<ReplicaState> replicas, Position need) {
    return replicas.stream()
        .filter(Following.class::isInstance)
        .map(Following.class::cast)
        .filter(it -> it.replayed().covers(need))
        .toList();
  }

  private static Following named(List<ReplicaState> replicas, String name) {
    return (Following)
        replicas.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }
}
