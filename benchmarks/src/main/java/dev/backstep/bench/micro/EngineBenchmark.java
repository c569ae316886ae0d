package dev.backstep.bench.micro;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Direction;
import dev.backstep.contracts.Reply;
import dev.backstep.contracts.value.Refusal;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.saga.checkout.Checkout;
import dev.backstep.saga.checkout.CheckoutSaga;
import dev.backstep.saga.engine.Decision;
import dev.backstep.saga.engine.RunEvent.Replied;
import dev.backstep.saga.engine.Saga;
import dev.backstep.saga.engine.SagaEngine;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** All decisions of one saga. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EngineBenchmark {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final List<String> FORWARD =
      List.of("stock", "payment", "shipment", "confirmation", "settlement");

  private final Saga<Checkout> saga =
      new Saga<>(
          Samples.SAGA, Samples.ORDER, CheckoutSaga.DEFINITION, Checkout.of(Samples.REQUEST));

  /** Everything is done: six decisions. */
  @Benchmark
  public Decision completed() {
    var decision = SagaEngine.start(saga, NOW);
    for (var step : FORWARD) {
      decision = reply(decision, step, Direction.DO, new Reply.Done(""));
    }
    return decision;
  }

  /** The card is declined, stock and order are undone: five decisions. */
  @Benchmark
  public Decision compensated() {
    var refusal = new Refusal(RefusalCode.PAYMENT_DECLINED, "declined");
    var decision = SagaEngine.start(saga, NOW);
    decision = reply(decision, "stock", Direction.DO, new Reply.Done(""));
    decision = reply(decision, "payment", Direction.DO, new Reply.Refused(refusal));
    decision = reply(decision, "stock", Direction.UNDO, new Reply.Undone());
    return reply(decision, "order", Direction.UNDO, new Reply.Undone());
  }

  private Decision reply(Decision before, String step, Direction direction, Reply reply) {
    var event = new Replied(new CommandId(Samples.SAGA, step, direction), reply);
    return SagaEngine.decide(saga, before.run(), event, NOW);
  }
}
