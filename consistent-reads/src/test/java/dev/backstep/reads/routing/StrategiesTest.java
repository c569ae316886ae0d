package dev.backstep.reads.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.reads.position.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A small world of one customer with two devices, a primary, two replicas and a forgetful Redis.
 */
class StrategiesTest {
  private static final int STEPS = 20_000;

  @ParameterizedTest
  @EnumSource(
      value = Strategy.class,
      names = {"LEADER_ONLY", "TOKEN"})
  void neitherMissesAWriteNorGoesBackwards(Strategy strategy) {
    for (int seed = 0; seed < 20; seed++) {
      var world = new World(strategy, new Random(seed)).run();
      assertThat(world.missed).as("seed %d", seed).isZero();
      assertThat(world.backwards).as("seed %d", seed).isZero();
    }
  }

  @Test
  void aRememberedPositionAloneMissesNoWriteButGoesBackwards() {
    var world = new World(Strategy.LSN, new Random(1)).run();
    assertThat(world.missed).isZero();
    assertThat(world.backwards).isPositive();
  }

  @Test
  void aWindowShorterThanTheLagMissesWrites() {
    assertThat(new World(Strategy.TIME_WINDOW, new Random(1)).run().missed).isPositive();
  }

  private static final class World {
    final Needs needs;
    final Random random;
    final long[] replayed = new long[2];
    final long[] carried = new long[2];
    final long[] shown = new long[2];
    long primary = 1;
    long written;
    long remembered = -1;
    Instant wroteAt = Instant.EPOCH;
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    int missed;
    int backwards;

    World(Strategy strategy, Random random) {
      this.needs = new Needs(strategy, Duration.ofSeconds(2));
      this.random = random;
    }

    World run() {
      for (int i = 0; i < STEPS; i++) {
        now = now.plusMillis(random.nextInt(500));
        step();
      }
      return this;
    }

    void step() {
      int device = random.nextInt(2);
      switch (random.nextInt(8)) {
        case 0 -> write(device);
        case 1 -> primary++; // somebody else's write
        case 2 -> replayed[device] = Math.max(replayed[device], between(replayed[device], primary));
        case 3 -> forgetSometimes();
        default -> read(device);
      }
    }

    void write(int device) {
      written = ++primary;
      carried[device] = Math.max(carried[device], written);
      remembered = Math.max(remembered, written);
      wroteAt = now;
    }

    void forgetSometimes() {
      if (random.nextInt(20) == 0) {
        remembered = -1;
      }
    }

    void read(int device) {
      var memory =
          remembered < 0
              ? new Remembered.Nothing()
              : new Remembered.Mark(new Position(1, remembered), wroteAt);
      var need = needs.of(new Claim.Token(new Position(1, carried[device])), memory, now);
      var route = Routing.route(need, replicas());
      see(device, seenAt(route, need));
      if (route.equals(new Route.Primary(Reason.NOTHING_REMEMBERED))) {
        remembered = primary;
      }
    }

    long seenAt(Route route, Need need) {
      return switch (route) {
        case Route.Primary _ -> primary;
        case Route.Replica(var name) -> replayed[Integer.parseInt(name)];
        case Route.Awaited(var name) -> {
          int replica = Integer.parseInt(name);
          if (need instanceof Need.AtLeast(var position)) {
            replayed[replica] = Math.max(replayed[replica], position.lsn());
          }
          yield replayed[replica];
        }
      };
    }

    void see(int device, long position) {
      if (position < written) {
        missed++;
      }
      if (position < shown[device]) {
        backwards++;
      }
      shown[device] = position;
      carried[device] = Math.max(carried[device], position);
    }

    List<ReplicaState> replicas() {
      var states = new ArrayList<ReplicaState>();
      for (int i = 0; i < replayed.length; i++) {
        var delay = Duration.ofMillis(random.nextInt(100));
        states.add(
            new ReplicaState.Following(
                Integer.toString(i), new Position(1, replayed[i]), delay, random.nextInt(2)));
      }
      return states;
    }

    long between(long low, long high) {
      return low >= high ? high : low + random.nextLong(high - low + 1);
    }
  }
}
