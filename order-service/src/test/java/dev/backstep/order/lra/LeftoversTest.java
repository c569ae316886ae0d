package dev.backstep.order.lra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.order.testing.Database;
import dev.backstep.order.testing.Shop;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LeftoversTest {
  @Inject Database database;
  @Inject Transactions transactions;
  @Inject InstantSource time;

  @Test
  void areForgottenAfterAnHourButNeverASagaThatHasAnOrder() {
    var killed = joined(UUID.randomUUID());
    var placed = joined(Shop.place(Shop.newCustomer(), database.product(1999)).saga());
    var _ = after(Leftovers.GRACE.minusMinutes(1)).runOnce();
    assertThat(known(killed, placed)).containsExactlyInAnyOrder(killed, placed);
    assertThat(after(Leftovers.GRACE.plusMinutes(1)).runOnce()).isPositive();
    assertThat(known(killed, placed)).containsExactly(placed);
  }

  private UUID joined(UUID saga) {
    var joined = new Joined(saga, CoordinatorDouble.newLra());
    transactions.run(tx -> ParticipantTable.insert(tx, joined, time.instant()));
    return saga;
  }

  private Leftovers after(Duration pause) {
    return new Leftovers(transactions, () -> time.instant().plus(pause));
  }

  private List<UUID> known(UUID... sagas) {
    return List.copyOf(transactions.call(tx -> ParticipantTable.hold(tx, List.of(sagas))));
  }
}
