package dev.backstep.saga.runner;

import dev.backstep.contracts.SagaRequest.CheckoutRequested;
import dev.backstep.messaging.intake.Delivered;
import dev.backstep.messaging.intake.Intake;
import dev.backstep.messaging.intake.Poll;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.saga.checkout.Checkout;
import dev.backstep.saga.engine.Saga;
import dev.backstep.saga.engine.SagaDefinition;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Starts a checkout for each request. */
@ApplicationScoped
class CheckoutRequests {
  private final Intake intake;
  private final Runner runner;
  private final SagaDefinition<Checkout> definition;

  CheckoutRequests(Intake intake, Runner runner, SagaDefinition<Checkout> definition) {
    this.intake = intake;
    this.runner = runner;
    this.definition = definition;
  }

  @Incoming("checkout-requests")
  @Blocking
  void take(Poll poll) {
    intake.take(poll, CheckoutRequested.class, this::start);
  }

  private void start(Transaction tx, List<Delivered<CheckoutRequested>> requests)
      throws SQLException {
    runner.start(tx, requests.stream().map(this::birth).toList());
  }

  private Birth birth(Delivered<CheckoutRequested> delivered) {
    var request = delivered.message();
    var saga = new Saga<>(request.sagaId(), request.orderId(), definition, Checkout.of(request));
    return new Birth(saga, request.customerId(), delivered.received().traceparent());
  }
}
