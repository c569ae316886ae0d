package dev.backstep.saga.runner;

import dev.backstep.contracts.SagaRequest;
import dev.backstep.contracts.SagaRequest.CheckoutCalledBack;
import dev.backstep.contracts.SagaRequest.CheckoutRequested;
import dev.backstep.contracts.SagaRequest.CheckoutRequestedInLra;
import dev.backstep.messaging.consumer.PollConsumer;
import dev.backstep.messaging.intake.Delivered;
import dev.backstep.messaging.intake.Intake;
import dev.backstep.messaging.intake.Poll;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.saga.checkout.Checkout;
import dev.backstep.saga.checkout.Checkouts;
import dev.backstep.saga.engine.RunEvent;
import dev.backstep.saga.engine.Saga;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Starts a checkout for each request, and calls back those that are to be undone. */
@Singleton
class CheckoutRequests implements PollConsumer {
  private final Intake intake;
  private final Runner runner;
  private final Checkouts checkouts;

  CheckoutRequests(Intake intake, Runner runner, Checkouts checkouts) {
    this.intake = intake;
    this.runner = runner;
    this.checkouts = checkouts;
  }

  @Override
  public String channel() {
    return "checkout-requests";
  }

  @Override
  public void take(Poll poll) {
    intake.take(poll, SagaRequest.class, this::apply);
  }

  /** First what begins: what is called back began before, perhaps in the same poll. */
  private void apply(Transaction tx, List<Delivered<SagaRequest>> requests) throws SQLException {
    var births = new ArrayList<Birth>();
    var callBacks = new ArrayList<Incident>();
    for (var request : requests) {
      switch (request.message()) {
        case CheckoutRequested it -> births.add(birth(it, Checkout.of(it), request));
        case CheckoutRequestedInLra(var it, var lra) ->
            births.add(birth(it, Checkout.of(it).in(lra), request));
        case CheckoutCalledBack(var saga, _) ->
            callBacks.add(new Incident(saga, new RunEvent.CalledBack()));
      }
    }
    if (!births.isEmpty()) {
      runner.start(tx, births);
    }
    if (!callBacks.isEmpty()) {
      callBack(tx, callBacks);
    }
  }

  private void callBack(Transaction tx, List<Incident> callBacks) throws SQLException {
    var unknown = runner.apply(tx, callBacks);
    if (!unknown.isEmpty()) {
      throw new IllegalStateException("sagas are called back that never began: " + unknown);
    }
  }

  private Birth birth(
      CheckoutRequested request, Checkout checkout, Delivered<SagaRequest> delivered) {
    var definition = checkouts.of(checkout);
    var saga = new Saga<>(request.sagaId(), request.orderId(), definition, checkout);
    return new Birth(saga, request.customerId(), delivered.received().traceparent());
  }
}
