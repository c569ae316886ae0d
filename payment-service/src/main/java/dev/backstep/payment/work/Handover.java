package dev.backstep.payment.work;

import dev.backstep.payment.gateway.Circuit;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Takes new payments from the intake straight to the callers, so that no poll comes between. What
 * it does not take, the sweeper finds in the table.
 */
public final class Handover {
  private final Queues queues;
  private final Circuit circuit;
  private final SweepPace sweeper;
  private final Claimant claimant;

  /** Who claims, for how long, by which clock. */
  record Claimant(String owner, WorkConfig config, LongSupplier nanoClock) {
    ClaimTerms terms() {
      var lease = config.lease();
      return new ClaimTerms(owner, lease, nanoClock.getAsLong() + lease.toNanos());
    }
  }

  Handover(Queues queues, Circuit circuit, SweepPace sweeper, Claimant claimant) {
    this.queues = queues;
    this.circuit = circuit;
    this.sweeper = sweeper;
    this.claimant = claimant;
  }

  /** Terms to claim so many payments on; empty when they had better wait in the table. */
  public Optional<ClaimTerms> terms(int payments) {
    return circuit.isOpen() || queues.room() < payments
        ? Optional.empty()
        : Optional.of(claimant.terms());
  }

  /** Hands claimed payments over, after the commit that claimed them. */
  public void accept(List<Claim> claims) {
    claims.forEach(queues::offer);
  }

  /** Tells that something in the table is due now. */
  public void due() {
    sweeper.now();
  }
}
