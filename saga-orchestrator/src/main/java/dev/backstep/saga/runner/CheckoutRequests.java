package dev.backstep.saga.runner;

import dev.backstep.contracts.SagaRequest.CheckoutRequested;
import dev.backstep.messaging.consumer.PollConsumer;
import dev.backstep.messaging.intake.Delivered;
import dev.backstep.messaging.intake.Intake;
import dev.backstep.messaging.intake.Poll;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.saga.checkout.Checkout;
import dev.backstep.saga.engine.Saga;
import dev.backstep.saga.engine.SagaDefinition;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;

/** Starts a checkout for each request. */
@Singleton
class CheckoutRequests implements PollConsumer {
  private final Intake intake;
  private final Runner runner;
  private final SagaDefinition<Checkout> definition;

  CheckoutRequests(Intake intake, Runner runner, SagaDefinition<Checkout> definition) {
    this.intake = intake;
    this.runner = runner;
    this.definition = definition;
  }

  @Override
  public String channel() {
    return "checkout-requests";
  }

  @Override
  public void take(Poll poll) {
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
