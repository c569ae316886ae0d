package dev.backstep.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.messaging.Database;
import dev.backstep.messaging.outbox.Shards;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShardLeasesTest {
  private final Database database = Database.shared();
  private final AtomicLong nanos = new AtomicLong();

  @BeforeEach
  void empty() {
    database.empty();
  }

  @Test
  void takesEveryShardWhenItIsAlone() {
    var one = instance("one");
    assertThat(one.runOnce()).isTrue();
    assertThat(one.current()).hasSize(Shards.COUNT);
    assertThat(one.runOnce()).as("nothing changed").isFalse();
  }

  @Test
  void sharesWithASecondInstance() {
    var one = instance("one");
    var two = instance("two");
    one.runOnce();
    two.runOnce();
    assertThat(two.current()).as("all are taken still").isEmpty();

    one.runOnce();
    two.runOnce();
    assertThat(one.current()).hasSize(Shards.COUNT / 2);
    assertThat(two.current()).hasSize(Shards.COUNT / 2);
    assertThat(one.current())
        .extracting(Lease::shard)
        .doesNotContainAnyElementsOf(two.current().stream().map(Lease::shard).toList());
  }

  @Test
  void takesOverTheShardsOfADeadInstance() {
    var dead = instance("dead");
    dead.runOnce();
    database.execute("UPDATE relay_lease SET expires_at = clock_timestamp() - interval '1 ms'");
    database.execute("UPDATE relay_member SET expires_at = clock_timestamp() - interval '1 ms'");

    var heir = instance("heir");
    heir.runOnce();
    assertThat(heir.current())
        .hasSize(Shards.COUNT)
        .allSatisfy(lease -> assertThat(lease.epoch()).isEqualTo(2));
  }

  @Test
  void takesItsOwnShardsBackAtOnceAfterARestart() {
    instance("one").runOnce();
    var restarted = instance("one");
    restarted.runOnce();
    assertThat(restarted.current())
        .hasSize(Shards.COUNT)
        .allSatisfy(lease -> assertThat(lease.epoch()).isEqualTo(2));
  }

  @Test
  void holdsNothingOnceItCouldNotRenewInTime() {
    var one = instance("one");
    one.runOnce();
    nanos.addAndGet(ShardLeases.DURATION.toNanos());
    assertThat(one.current()).isEmpty();
  }

  @Test
  void losesAShardWhoseEpochMovedOn() {
    var zombie = instance("one");
    zombie.runOnce();
    database.execute(
        "UPDATE relay_lease SET owner = 'two', epoch = epoch + 1, expires_at = 'infinity'");
    zombie.runOnce();
    assertThat(zombie.current()).isEmpty();
  }

  @Test
  void handsEverythingBackWhenItStops() {
    var one = instance("one");
    one.runOnce();
    one.close();
    var two = instance("two");
    two.runOnce();
    assertThat(two.current()).hasSize(Shards.COUNT);
  }

  private ShardLeases instance(String name) {
    return new ShardLeases(database.transactions(), name, nanos::get);
  }
}
