package dev.backstep.e2e.dashboard;

import static org.awaitility.Awaitility.await;

import dev.backstep.e2e.Backstep;
import dev.backstep.e2e.Order;
import dev.backstep.e2e.Placed;
import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Part;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

/**
 * The payment gateway is away. Orders of that time get stuck: nobody knows whether they were paid.
 * The payment service would mend them by itself some time after the gateway is back; here it waits
 * until the test lets it, so that an operator can be quicker.
 */
final class Outage implements AutoCloseable {
  private static final String HOLD =
      "UPDATE payment SET due_at = now() + interval '1 day' WHERE order_id = ANY (?) AND due_at IS NOT NULL";
  private static final String TAKE =
      """
      UPDATE payment SET due_at = now() + interval '1 day', claim_owner = 'a test', claim_epoch = claim_epoch + 1
      WHERE order_id = ANY (?) AND due_at IS NOT NULL
      """;
  private static final String LET_GO =
      "UPDATE payment SET due_at = now() WHERE order_id = ANY (?) AND due_at IS NOT NULL";

  private final List<Placed> stranded = new ArrayList<>();

  private Outage() {}

  static Outage begin() {
    Backstep.stack().kill(Part.GATEWAY);
    return new Outage();
  }

  /** An order that the outage leaves stuck. */
  Placed strand(Order order) {
    var placed = order.place();
    stranded.add(placed);
    return placed;
  }

  /** Waits until all of them are stuck. */
  void untilStuck() {
    await()
        .atMost(Backstep.SOON)
        .until(() -> {
          pay(HOLD);
          return stranded.stream().allMatch(each -> "STUCK".equals(each.stateOfSaga()));
        });
    pay(HOLD);
  }

  /** Until they are let go, nobody asks the gateway for them, not even when they are retried. */
  void hold() {
    pay(TAKE);
  }

  /** The gateway is back. */
  void end() {
    Backstep.stack().with(EnumSet.of(Part.GATEWAY));
  }

  /** The payment service may ask the gateway again. */
  void letGo() {
    pay(LET_GO);
  }

  private void pay(String sql) {
    try (var connection = Backstep.stack().superuser(Databases.of(Part.PAYMENT_SERVICE));
        var update = connection.prepareStatement(sql)) {
      var orders = stranded.stream().map(Placed::id).toArray(UUID[]::new);
      update.setArray(1, connection.createArrayOf("uuid", orders));
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Leaves nothing behind, however the test has ended. */
  @Override
  public void close() {
    end();
    letGo();
  }
}
