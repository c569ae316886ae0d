package dev.backstep.stack.layout;

import static dev.backstep.stack.layout.Part.GATEWAY;
import static dev.backstep.stack.layout.Part.INVENTORY_SERVICE;
import static dev.backstep.stack.layout.Part.KAFKA;
import static dev.backstep.stack.layout.Part.LRA_COORDINATOR;
import static dev.backstep.stack.layout.Part.ORDER_SERVICE;
import static dev.backstep.stack.layout.Part.PAYMENT_SERVICE;
import static dev.backstep.stack.layout.Part.POSTGRES;
import static dev.backstep.stack.layout.Part.POSTGRES_REPLICA;
import static dev.backstep.stack.layout.Part.REDIS;
import static dev.backstep.stack.layout.Part.SAGA_ORCHESTRATOR;
import static dev.backstep.stack.layout.Part.TOKENS;

import dev.backstep.stack.layout.ReadyWhen.AnswersHttp;
import dev.backstep.stack.layout.ReadyWhen.AnswersKafka;
import dev.backstep.stack.layout.ReadyWhen.AnswersPing;
import dev.backstep.stack.layout.ReadyWhen.AnswersSql;
import java.util.List;
import java.util.Set;

/**
 * The whole topology: every process, its ports, what it waits for, and how it is seen to be ready.
 */
public final class Topology {
  /** Outside the ephemeral ports of Linux and macOS, and of no known program. */
  public static final int DEFAULT_PORT_BASE = 27100;

  /** A stack keeps to {@code base .. base + PORTS - 1}. */
  public static final int PORTS = 100;

  // Behind the coordinator's, before the services'.
  private static final int TRACES = 9;

  private static final int PORTS_BETWEEN_INSTANCES = 10;
  private static final AnswersHttp QUARKUS = new AnswersHttp("/q/health/ready");

  // 3 is Kafka's controller. Nobody waits for the replica.
  private static final List<Place> PLACES =
      List.of(
          new Place(POSTGRES, List.of(0), Set.of(), new AnswersSql()),
          new Place(POSTGRES_REPLICA, List.of(1), Set.of(POSTGRES), new AnswersSql()),
          new Place(KAFKA, List.of(2, 3), Set.of(), new AnswersKafka()),
          new Place(REDIS, List.of(4), Set.of(), new AnswersPing()),
          new Place(GATEWAY, List.of(5), Set.of(), new AnswersHttp("/health")),
          new Place(TOKENS, List.of(6), Set.of(), new AnswersHttp("/jwks")),
          new Place(ORDER_SERVICE, List.of(20), Set.of(POSTGRES, KAFKA), QUARKUS),
          new Place(INVENTORY_SERVICE, List.of(21), Set.of(POSTGRES, KAFKA), QUARKUS),
          new Place(PAYMENT_SERVICE, List.of(22), Set.of(POSTGRES, KAFKA, GATEWAY), QUARKUS),
          new Place(SAGA_ORCHESTRATOR, List.of(23), Set.of(POSTGRES, KAFKA), QUARKUS),
          new Place(LRA_COORDINATOR, List.of(7), Set.of(POSTGRES), QUARKUS));

  private Topology() {}

  /** Every part, in start order. */
  public static List<Place> places() {
    return PLACES;
  }

  /** Where that part sits. */
  public static Place of(Part part) {
    return PLACES.stream().filter(place -> place.part() == part).findFirst().orElseThrow();
  }

  /** All ports of that process; the first is the one that clients use. */
  public static List<Integer> ports(Instance instance, int portBase) {
    int row = portBase + PORTS_BETWEEN_INSTANCES * (instance.number() - 1);
    return of(instance.part()).ports().stream().map(offset -> row + offset).toList();
  }

  /**
   * Where the services of a stack for tests tell their traces; nobody listens unless a test does.
   */
  public static int portOfTraces(int portBase) {
    return portBase + TRACES;
  }

  /** How many starts come before that part's own: parts of one depth start and stop together. */
  public static int depth(Part part) {
    return of(part).after().stream().mapToInt(before -> depth(before) + 1).max().orElse(0);
  }
}
