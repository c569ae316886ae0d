package dev.backstep.e2e.torture;

import dev.backstep.e2e.agent.TrapPoint;
import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Part;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** The classes of faults; what exactly is hit is drawn. */
enum FaultKind {
  KILL_SERVICE,
  KILL_BROKER,
  KILL_DATABASE,
  KILL_GATEWAY,
  KILL_REDIS,
  KILL_REPLICA,
  FREEZE_SERVICE,
  FREEZE_SERVER,
  CUT,
  BLACK_HOLE,
  ONE_WAY,
  SLOW,
  TRICKLE,
  HALT,
  HALT_AFTER_CHARGE,
  HALT_DURING_COMPENSATION,
  REPEATS,
  REWIND,
  POISON,
  REBALANCES,
  LOCKS,
  NARROW_POOL,
  WRONG_CLOCK,
  ROLLING_RESTART,
  FULL_DISK,
  OUTAGE;

  /** Longer than leases (10 s) and sessions (10 s), so that another takes over. */
  private static final Duration TAKEOVER = Duration.ofSeconds(12);

  /** Longer than any timeout towards a database, a broker or the gateway. */
  private static final Duration SILENCE = Duration.ofSeconds(9);

  private static final Duration MOMENT = Duration.ofSeconds(2);
  private static final Duration WHILE = Duration.ofSeconds(4);
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration WRONG = Duration.ofHours(2);
  private static final List<TrapPoint> ANYWHERE =
      List.of(
          TrapPoint.AFTER_COMMIT_BEFORE_PUBLISH,
          TrapPoint.AFTER_PUBLISH_BEFORE_DELETE,
          TrapPoint.AFTER_EFFECT_BEFORE_COMMIT,
          TrapPoint.AFTER_COMMIT_BEFORE_OFFSETS);
  private static final List<Part> SERVERS =
      List.of(Part.POSTGRES, Part.POSTGRES_REPLICA, Part.KAFKA, Part.REDIS, Part.GATEWAY);

  /** Servers that keep something. */
  static final List<Part> DISKS = List.of(Part.POSTGRES, Part.KAFKA);

  /** Whether it fits into a round of minutes. */
  boolean isShort() {
    return this != OUTAGE;
  }

  /** Whether it can be done on this machine. */
  boolean isPossible() {
    return this != FULL_DISK || SmallDisk.isPossible();
  }

  Fault draw(RandomGenerator random, List<Edge> edges) {
    return switch (this) {
      case KILL_SERVICE -> new Kill(pick(Site.services(), random), MOMENT);
      case KILL_BROKER -> new Kill(Instance.of(Part.KAFKA), MOMENT);
      case KILL_DATABASE -> new Kill(Instance.of(Part.POSTGRES), MOMENT);
      case KILL_GATEWAY -> new Kill(Instance.of(Part.GATEWAY), MOMENT);
      case KILL_REDIS -> new Kill(Instance.of(Part.REDIS), MOMENT);
      case KILL_REPLICA -> new Kill(Instance.of(Part.POSTGRES_REPLICA), MOMENT);
      case FREEZE_SERVICE -> new Freeze(pick(Site.services(), random), TAKEOVER);
      case FREEZE_SERVER -> new Freeze(Instance.of(pick(SERVERS, random)), WHILE);
      case CUT -> network(random, edges, Mood.CUT, WHILE);
      case BLACK_HOLE -> network(random, edges, Mood.BLACK_HOLE, SILENCE);
      case ONE_WAY ->
          network(
              random, edges, pick(List.of(Mood.REQUESTS_HELD, Mood.ANSWERS_HELD), random), SILENCE);
      case SLOW -> network(random, edges, Mood.SLOW, WHILE);
      case TRICKLE -> network(random, edges, Mood.TRICKLE, WHILE);
      case HALT -> new Halt(pick(Site.services(), random), pick(ANYWHERE, random));
      case HALT_AFTER_CHARGE ->
          new Halt(
              pick(Site.instances(Part.PAYMENT_SERVICE), random),
              TrapPoint.AFTER_GATEWAY_BEFORE_STORE);
      case HALT_DURING_COMPENSATION ->
          new Halt(
              pick(Site.instances(Part.SAGA_ORCHESTRATOR), random), TrapPoint.DURING_COMPENSATION);
      case REPEATS -> new Repeats(random.nextLong());
      case REWIND -> new Rewind(pick(Part.services(), random));
      case POISON -> new Poison(random.nextLong());
      case REBALANCES -> new Rebalances(pick(Part.services(), random), WHILE);
      case LOCKS -> new Locks(pick(Part.services(), random), WHILE);
      case NARROW_POOL -> new NarrowPool(pick(Site.services(), random), WHILE);
      case WRONG_CLOCK -> wrongClock(random);
      case ROLLING_RESTART -> new RollingRestart(pick(Part.services(), random));
      case FULL_DISK -> new FullDisk(pick(DISKS, random), SILENCE);
      case OUTAGE -> outage(random);
    };
  }

  /** Payment-service knows no clock but the database's. */
  private static Fault wrongClock(RandomGenerator random) {
    var clocks =
        Site.services().stream().filter(each -> each.part() != Part.PAYMENT_SERVICE).toList();
    return new WrongClock(
        pick(clocks, random), random.nextBoolean() ? WRONG : WRONG.negated(), WHILE);
  }

  private static Fault outage(RandomGenerator random) {
    var parts = Stream.concat(Part.services().stream(), SERVERS.stream()).toList();
    return new Outage(pick(parts, random), LONG);
  }

  /** Of one process, or of both of its service, so that nobody is left who could take over. */
  private static Fault network(RandomGenerator random, List<Edge> edges, Mood mood, Duration hold) {
    var edge = pick(edges, random);
    var both =
        edges.stream()
            .filter(each ->
                each.server() == edge.server() && each.client().part() == edge.client().part())
            .toList();
    return new Network(random.nextBoolean() ? both : List.of(edge), mood, hold);
  }

  private static <T> T pick(List<T> all, RandomGenerator random) {
    return all.get(random.nextInt(all.size()));
  }
}
