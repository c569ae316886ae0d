package dev.backstep.gateway;

import java.util.concurrent.ConcurrentHashMap;

/** What of each charge has not been given back yet. */
final class Captures {
  private final ConcurrentHashMap<String, Charge> charges = new ConcurrentHashMap<>();

  private record Charge(Amount captured, long refundable) {
    boolean covers(Amount amount) {
      return captured.currency().equals(amount.currency()) && refundable >= amount.minorUnits();
    }

    Charge less(Amount amount) {
      return new Charge(captured, refundable - amount.minorUnits());
    }
  }

  enum Reservation {
    UNKNOWN_CHARGE,
    TOO_MUCH,
    RESERVED
  }

  /** Takes over what the ledger says, in its order. */
  void restore(LedgerEntry entry) {
    switch (entry) {
      case LedgerEntry.Captured it ->
          charges.put(it.chargeId(), new Charge(it.amount(), it.amount().minorUnits()));
      case LedgerEntry.Refunded it ->
          charges.computeIfPresent(it.chargeId(), (_, charge) -> charge.less(it.amount()));
      case LedgerEntry.Declined _ -> {}
    }
  }

  /** Sets the amount aside so that two refunds at once cannot both have it. */
  Reservation reserve(RefundRequest request) {
    var result = new Reservation[] {Reservation.UNKNOWN_CHARGE};
    charges.computeIfPresent(
        request.chargeId(),
        (_, charge) -> {
          var covered = charge.covers(request.amount());
          result[0] = covered ? Reservation.RESERVED : Reservation.TOO_MUCH;
          return covered ? charge.less(request.amount()) : charge;
        });
    return result[0];
  }
}
