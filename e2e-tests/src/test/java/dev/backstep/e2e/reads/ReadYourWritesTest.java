package dev.backstep.e2e.reads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backstep.stack.layout.Part;
import dev.backstep.stack.token.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two devices, two instances, one replica: what a customer did he sees, whatever dies. */
class ReadYourWritesTest {
  private static final Duration LAG = Duration.ofSeconds(5);

  /** Long enough for the traffic to meet the trouble. */
  private static final Duration TROUBLE = Duration.ofSeconds(2);

  private static String sku = "";

  @BeforeAll
  static void startASecondInstance() {
    Shop.STACK.processes().start(Shop.SECOND);
    sku = Shop.product(100_000);
  }

  @AfterAll
  static void stopTheSecondInstance() {
    Shop.STACK.processes().stop(Shop.SECOND);
  }

  @AfterEach
  void mend() {
    Shop.STACK.start(Part.POSTGRES_REPLICA);
    Shop.STACK.replica().delay(Duration.ZERO);
    Shop.STACK.start(Part.REDIS);
  }

  private static double reads(String... labels) {
    return Metrics.sum(Shop.instances(), "backstep_reads_total", labels);
  }

  private static void isClean(Traffic traffic) {
    assertThat(traffic.missed()).isEmpty();
    assertThat(traffic.backwards()).isZero();
  }

  @Test
  void withTheReplicaFiveSecondsBehindNoReadMissesItsWrite() throws Exception {
    Shop.STACK.replica().delay(LAG);
    var traffic = new Traffic(sku);
    traffic.run(() -> traffic.pairs() >= 1_000);
    isClean(traffic);
    assertThat(reads("replica-behind")).as("these had to").isPositive();
  }

  @Test
  void withoutLagTheReplicaServesNearlyAllReads() throws Exception {
    // Whatever else the machine is busy with: one calm moment shows it.
    await().atMost(Shop.SOON).until(ReadYourWritesTest::shareOfReplica, share -> share >= 0.95);
  }

  @Test
  void noMoreReadsGoToThePrimaryThanTheReplicaCannotAnswer() throws Exception {
    Shop.STACK.replica().delay(LAG);
    await()
        .atMost(Shop.SOON.multipliedBy(3))
        .until(ReadYourWritesTest::avoidableShareOfPrimary, share -> share <= 0.05);
  }

  /** Of the reads that the replica could have answered, how many the primary did. */
  private static double avoidableShareOfPrimary() throws Exception {
    double before = fromPrimary();
    try (var lookers = new Lookers(sku)) {
      lookers.run(LAG.multipliedBy(3));
      assertThat(lookers.lies()).isZero();
      double spared = lookers.looks() - lookers.unavoidable();
      assertThat(lookers.unavoidable()).as("just after the order").isPositive();
      assertThat(spared).as("later").isGreaterThan(lookers.looks() / 3.0);
      return (fromPrimary() - before - lookers.unavoidable()) / spared;
    }
  }

  private static double fromPrimary() {
    return reads() - reads("fresh");
  }

  private static double shareOfReplica() throws Exception {
    double fromReplica = reads("fresh");
    double all = reads();
    var traffic = new Traffic(sku, 2);
    traffic.run(() -> traffic.pairs() >= 50);
    isClean(traffic);
    return (reads("fresh") - fromReplica) / (reads() - all);
  }

  @Test
  void aReplicaThatDiesAndOneThatIsPromotedHideNothing() throws Exception {
    underTraffic(() -> {
      Shop.STACK.kill(Part.POSTGRES_REPLICA);
      goOn();
      Shop.STACK.start(Part.POSTGRES_REPLICA);
      goOn();
      Shop.STACK.pause(Part.POSTGRES_REPLICA);
      goOn();
      Shop.STACK.resume(Part.POSTGRES_REPLICA);
      goOn();
      Shop.STACK.replica().promote();
      goOn();
      Shop.STACK.stop(Part.POSTGRES_REPLICA);
      Shop.STACK.start(Part.POSTGRES_REPLICA);
      goOn();
    });
  }

  @Test
  void aRedisThatDiesOrForgetsOrFreezesHidesNothing() throws Exception {
    Shop.STACK.replica().delay(Duration.ofSeconds(1));
    double before = reads("memory-away");
    underTraffic(() -> {
      Shop.STACK.kill(Part.REDIS);
      goOn();
      Shop.STACK.start(Part.REDIS);
      goOn();
      Redis.flush();
      goOn();
      Shop.STACK.pause(Part.REDIS);
      goOn();
      Shop.STACK.resume(Part.REDIS);
      goOn();
    });
    assertThat(reads("memory-away")).isGreaterThan(before);
  }

  @Test
  void whoIsForgottenByRedisIsSentToThePrimary() throws Exception {
    var device = new Device(Shop.bearer(Role.CUSTOMER, "forgotten-" + UUID.randomUUID()));
    var order = device.order(Shop.instances().getFirst(), sku);
    double before = reads("nothing-remembered");
    // While its saga moves an order, Redis is told of its customer again and again.
    await()
        .atMost(Shop.SOON)
        .untilAsserted(() -> {
          Redis.flush();
          assertThat(device.look(Shop.instances().getLast(), order)).isPresent();
          assertThat(reads("nothing-remembered")).isGreaterThan(before);
        });
  }

  private interface Trouble {
    void happen() throws Exception;
  }

  private static void underTraffic(Trouble trouble) throws Exception {
    var traffic = new Traffic(sku);
    var over = new AtomicBoolean();
    try (ExecutorService background = Executors.newSingleThreadExecutor()) {
      Future<?> running =
          background.submit(() -> {
            traffic.run(over::get);
            return true;
          });
      try {
        goOn();
        trouble.happen();
      } finally {
        over.set(true);
      }
      running.get();
    }
    isClean(traffic);
    assertThat(traffic.pairs()).isPositive();
  }

  private static void goOn() {
    var end = Instant.now().plus(TROUBLE);
    await().atMost(Shop.SOON).until(() -> Instant.now().isAfter(end));
  }
}
