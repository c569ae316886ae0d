package dev.backstep.e2e.audit;

import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;

/**
 * Section 12: every accepted order exists.
 *
 * @param accepted orders that a shopper was promised
 */
record AcceptedOrdersExist(Set<UUID> accepted) implements Invariant {
  @Override
  public String claim() {
    return "every order that was promised to a shopper exists";
  }

  @Override
  public boolean judges(Strength strength) {
    return !accepted.isEmpty();
  }

  @Override
  public Finding check(Witnesses witnesses, Strength strength) throws SQLException {
    var recorded = RecordedOrder.byId(witnesses).keySet();
    var evidence =
        accepted.stream()
            .filter(id -> !recorded.contains(id))
            .map("order %s was promised and does not exist"::formatted)
            .toList();
    return Finding.of(accepted.size() + " orders", evidence);
  }
}
