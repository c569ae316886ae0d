package dev.backstep.reads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backstep.reads.memory.Looks;
import dev.backstep.reads.memory.Marks;
import dev.backstep.reads.position.Position;
import dev.backstep.reads.replica.Replica;
import dev.backstep.reads.replica.ReplicaReader.Query;
import dev.backstep.reads.replica.ReplicaWatch;
import dev.backstep.reads.replica.Replicas;
import dev.backstep.reads.routing.Needs;
import dev.backstep.reads.routing.Reason;
import dev.backstep.reads.routing.Strategy;
import dev.backstep.stack.layout.Part;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a real primary, replica and Redis. */
class ReadsTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String REPLICA = "one";
  private static final String NOTE = "SELECT n, xmin::text::bigint FROM note WHERE customer = ?";

  private final String customer = "c" + UUID.randomUUID();
  private final Map<String, Integer> targets = new ConcurrentHashMap<>();
  private final Replica replica = new Replica(REPLICA, Stack.replica());
  private final Replicas replicas = Replicas.of(List.of(replica));
  private final Marks marks = Stack.marks(Stack.redis());
  private final Looks looks = new Looks(marks);
  private final ReplicaWatch watch =
      new ReplicaWatch(Stack.primary(), replicas, InstantSource.system());
  private final Commits commits =
      new Commits(Stack.primary(), marks, Stack.seal(), InstantSource.system(), true);

  @BeforeAll
  static void makeATable() throws SQLException {
    execute("CREATE TABLE IF NOT EXISTS note (customer text PRIMARY KEY, n int)");
  }

  @BeforeEach
  void awaitTheReplicaAndRedis() {
    Thread.ofVirtual().start(commits);
    Thread.ofVirtual().start(looks);
    await().atMost(SOON).until(() -> !marks.memory().id().isEmpty());
    await()
        .atMost(SOON)
        .until(() -> {
          watch.runOnce();
          return replica.delay().filter(Duration.ZERO::equals).isPresent();
        });
  }

  @AfterEach
  void leaveTheReplicaAsItWas() {
    commits.stop();
    looks.stop();
    watch.close();
    Stack.servers().start(Part.POSTGRES_REPLICA);
    Stack.servers().replica().delay(Duration.ZERO);
  }

  private Reads reads(Strategy strategy, Replicas replicas) {
    return new Reads(
        new Reads.Parts(
            new Needs(strategy, Duration.ofSeconds(2)),
            Stack.primary(),
            replicas,
            marks,
            Stack.seal(),
            InstantSource.system(),
            new Counting()));
  }

  private Reads reads() {
    return reads(Strategy.TOKEN, replicas);
  }

  private String write(int n) throws Exception {
    execute(
        "INSERT INTO note VALUES ('%s', %d) ON CONFLICT (customer) DO UPDATE SET n = %2$d"
            .formatted(customer, n));
    var token = commits.committed(customer);
    return token.get(SOON.toSeconds(), TimeUnit.SECONDS);
  }

  private Query<Dated<Integer>> note() {
    return connection -> {
      try (var select = connection.prepareStatement(NOTE)) {
        select.setString(1, customer);
        try (var row = select.executeQuery()) {
          return row.next()
              ? new Dated<>(row.getInt(1), OptionalInt.of((int) row.getLong(2)))
              : new Dated<>(0, OptionalInt.empty());
        }
      }
    };
  }

  private static void execute(String sql) throws SQLException {
    try (var connection = Stack.primary().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private int seen(Reads reads, @Nullable String token) {
    return reads.read(customer, token, note()).value();
  }

  @Test
  void aReplicaInGoodHealthServesReadsRightAfterWrites() throws Exception {
    for (int n = 1; n <= 50; n++) {
      var token = write(n);
      assertThat(seen(reads(), token)).isEqualTo(n);
      assertThat(seen(reads(), null)).as("another device").isEqualTo(n);
      watch.runOnce();
    }
    // A machine that is busy with other tests may make some of them wait too long.
    assertThat(targets.getOrDefault(REPLICA, 0)).isGreaterThanOrEqualTo(80);
  }

  @Test
  void withTheReplicaBehindEachReadFindsItsWriteAtThePrimary() throws Exception {
    write(1);
    await()
        .atMost(SOON)
        .until(() -> {
          watch.runOnce();
          return replica.delay().filter(Duration.ZERO::equals).isPresent();
        });
    Stack.servers().replica().delay(Duration.ofMinutes(1));
    var token = write(2);
    await()
        .atMost(SOON)
        .until(() -> {
          watch.runOnce();
          return replica.delay().filter(it -> it.toMillis() > 60).isPresent();
        });
    assertThat(seen(reads(), token)).isEqualTo(2);
    assertThat(seen(reads(), null)).isEqualTo(2);
    assertThat(targets).containsExactly(Map.entry("replica-behind", 2));
    assertThat(reads(Strategy.LEADER_ONLY, replicas).read(customer, null, note()).value())
        .isEqualTo(2);
  }

  @Test
  void readsNeverGoBackwards() throws Exception {
    write(1);
    Stack.servers().replica().delay(Duration.ofMinutes(1));
    execute("UPDATE note SET n = 2 WHERE customer = '%s'".formatted(customer)); // nobody told
    var first = reads(Strategy.TOKEN, Replicas.of(List.of())).read(customer, null, note());
    assertThat(first.value()).isEqualTo(2);
    assertThat(seen(reads(), first.token())).isEqualTo(2);
    assertThat(targets).doesNotContainKey(REPLICA);
  }

  @Test
  void whoLooksOftenIsGivenBackToAReplicaThatStaysBehind() throws Exception {
    Stack.servers().replica().delay(Duration.ofSeconds(1));
    var token = new AtomicReference<>(write(1));
    await()
        .alias("others write all the time, so the replica never catches up")
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> {
          execute("INSERT INTO note VALUES ('%s', 1)".formatted(UUID.randomUUID()));
          watch.runOnce();
          var answer = reads().read(customer, token.get(), note());
          assertThat(answer.value()).isEqualTo(1);
          token.set(answer.token());
          return targets.getOrDefault(REPLICA, 0) >= 5;
        });
    assertThat(targets).as("while the replica did not have it").containsKey("replica-behind");
  }

  @Test
  void whoGoesToAndFroBetweenPrimaryAndReplicaNeverGoesBackwards() throws Exception {
    var token = new AtomicReference<>(write(0));
    Stack.servers().replica().delay(Duration.ofMillis(300));
    var shown = new AtomicInteger();
    for (int n = 1; n <= 5; n++) {
      execute("UPDATE note SET n = %d WHERE customer = '%s'".formatted(n, customer));
      int written = n;
      targets.clear();
      commits.committed(customer).get(SOON.toSeconds(), TimeUnit.SECONDS);
      await()
          .atMost(SOON)
          .pollInterval(Duration.ofMillis(5))
          .until(() -> {
            execute("INSERT INTO note VALUES ('%s', 1)".formatted(UUID.randomUUID()));
            watch.runOnce();
            var answer = reads().read(customer, token.get(), note());
            token.set(answer.token());
            assertThat(answer.value()).isGreaterThanOrEqualTo(shown.get());
            shown.set(answer.value());
            return answer.value() == written && targets.containsKey(REPLICA);
          });
    }
  }

  @Test
  void aTokenThatNobodyCouldFillAsksForThePrimaryThoughRedisRemembersSomething() throws Exception {
    write(1);
    var answer = reads().read(customer, Stack.seal().seal(customer, Position.NOWHERE), note());
    assertThat(answer.value()).isEqualTo(1);
    assertThat(targets).containsOnlyKeys("unreadable-token");
    assertThat(Stack.seal().open(customer, answer.token()))
        .hasValueSatisfying(it -> assertThat(it).isNotEqualTo(Position.NOWHERE));
  }

  @Test
  void aStrangerReadsThePrimaryOnceAndThenTheReplica() {
    seen(reads(), null);
    await()
        .atMost(SOON)
        .until(() -> {
          watch.runOnce();
          seen(reads(), null);
          return targets.containsKey(REPLICA);
        });
    assertThat(targets).containsEntry("nothing-remembered", 1);
  }

  @Test
  void aDeadReplicaCostsNoRead() throws Exception {
    var token = write(1);
    Stack.servers().kill(Part.POSTGRES_REPLICA);
    await()
        .atMost(SOON)
        .until(() -> {
          assertThat(seen(reads(), token)).isEqualTo(1);
          watch.runOnce();
          return replica.delay().isEmpty(); // its orphans may still answer for a moment
        });
    targets.clear();
    assertThat(seen(reads(), token)).isEqualTo(1);
    assertThat(targets).containsOnlyKeys("replica-away");
  }

  @Test
  void aPromotedReplicaIsReadNoMore() throws Exception {
    var token = write(1);
    Stack.servers().replica().promote();
    assertThat(seen(reads(), token)).isEqualTo(1);
    watch.runOnce();
    write(2);
    assertThat(seen(reads(), token)).isEqualTo(2);
    assertThat(targets).containsOnlyKeys("replica-away");
    Stack.servers().stop(Part.POSTGRES_REPLICA);
  }

  @Test
  void withoutReplicasAndWithoutRedisThePrimaryAnswers() throws Exception {
    Stack.servers().pause(Part.REDIS);
    try {
      execute("INSERT INTO note VALUES ('%s', 7)".formatted(customer));
      assertThat(seen(reads(Strategy.TOKEN, Replicas.of(List.of())), null)).isEqualTo(7);
      assertThat(seen(reads(), null)).isEqualTo(7);
    } finally {
      Stack.servers().resume(Part.REDIS);
    }
    assertThat(targets).containsOnlyKeys("no-replica", "memory-away");
  }

  @Test
  void anothersTokenIsNoToken() throws Exception {
    write(1);
    assertThat(seen(reads(), Stack.seal().seal("bob", new Position(1, 1)))).isEqualTo(1);
    assertThat(targets).containsOnlyKeys("unreadable-token");
  }

  @Test
  void whoReadsAfterARestIsServedByTheReplicaThoughTheLookAtItIsOld() throws Exception {
    var token = write(1);
    await()
        .atMost(SOON)
        .until(() -> seen(reads(), token) == 1 && targets.containsKey(REPLICA)); // nobody looked
    Stack.servers().replica().delay(Duration.ofMinutes(1));
    var n = new AtomicInteger(1);
    await()
        .alias("the old look says that the replica is near, and it is not")
        .atMost(SOON)
        .until(() -> {
          var later = write(n.incrementAndGet());
          assertThat(seen(reads(), later)).isEqualTo(n.get());
          return targets.containsKey("wait-over");
        });
  }

  @Test
  void whoDecidesReadsThePrimary() {
    reads().decisive(customer, note());
    assertThat(targets).containsOnlyKeys(Reason.DECIDES.label());
  }

  private final class Counting implements ReadsListener {
    @Override
    public void fromReplica(String name) {
      targets.merge(name, 1, Integer::sum);
    }

    @Override
    public void fromPrimary(Reason reason) {
      targets.merge(reason.label(), 1, Integer::sum);
    }

    @Override
    public void waited(Duration time, boolean arrived) {}
  }
}
