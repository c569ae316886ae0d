package dev.backstep.e2e.audit;

import dev.backstep.stack.layout.Part;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** What payment-service knows of the money is what the gateway did. */
final class PaymentsMatchLedger implements Invariant {
  private record Payment(UUID order, long captured, long refunded) {}

  @Override
  public String claim() {
    return "payment-service knows of every charge and refund what the gateway knows";
  }

  /** The service first: what it knows, the gateway did before. */
  @Override
  public Finding check(Witnesses witnesses, Strength strength) throws SQLException {
    var payments = payments(witnesses);
    var held = Held.byOrder(witnesses.ledger());
    var evidence = new ArrayList<String>();
    var known = new HashSet<UUID>();
    for (var payment : payments) {
      known.add(payment.order);
      var actual = held.getOrDefault(payment.order, new Held(0, 0));
      if (contradicts(payment, actual, strength)) {
        evidence.add(
            "order %s: payment-service says captured %d, refunded %d; the gateway %d, %d"
                .formatted(
                    payment.order,
                    payment.captured,
                    payment.refunded,
                    actual.captured(),
                    actual.refunded()));
      }
    }
    held.keySet().stream()
        .filter(order -> strength == Strength.AT_REST && !known.contains(order))
        .map("order %s: payment-service knows nothing of its charge"::formatted)
        .forEach(evidence::add);
    return Finding.of(payments.size() + " payments", evidence);
  }

  private static boolean contradicts(Payment payment, Held actual, Strength strength) {
    return switch (strength) {
      case RUNNING -> payment.captured > actual.captured() || payment.refunded > actual.refunded();
      case AT_REST ->
          payment.captured != actual.captured() || payment.refunded != actual.refunded();
    };
  }

  private static List<Payment> payments(Witnesses witnesses) throws SQLException {
    return Rows.of(
        witnesses.database(Part.PAYMENT_SERVICE),
        "SELECT order_id, captured, refunded FROM payment",
        row -> new Payment(row.getObject(1, UUID.class), row.getLong(2), row.getLong(3)));
  }
}
