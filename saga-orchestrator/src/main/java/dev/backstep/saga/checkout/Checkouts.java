package dev.backstep.saga.checkout;

import dev.backstep.saga.engine.Policies;
import dev.backstep.saga.engine.SagaDefinition;
import java.util.List;

/**
 * The ways to run a checkout. Which of them a new one takes is decided when it begins.
 *
 * @param own all steps are ours
 * @param byCarrier another team's service ships, in a long running action
 * @param carrier whether there is such a service
 */
public record Checkouts(
    SagaDefinition<Checkout> own, SagaDefinition<Checkout> byCarrier, boolean carrier) {
  /** With those deadlines. */
  public static Checkouts with(Policies policies, boolean carrier) {
    return new Checkouts(CheckoutSaga.with(policies), CheckoutSaga.byCarrier(policies), carrier);
  }

  /**
   * What a new checkout starts with. One that is part of a caller's LRA may be called back when it
   * is complete, and a closed LRA of ours could not be: it ships by itself.
   */
  public SagaDefinition<Checkout> of(Checkout checkout) {
    return carrier && checkout.lra() == null ? byCarrier : own;
  }

  /** Every version that an open saga may still need; first that of a plain new checkout. */
  public List<SagaDefinition<?>> all() {
    return carrier ? List.of(byCarrier, own) : List.of(own, byCarrier);
  }
}
