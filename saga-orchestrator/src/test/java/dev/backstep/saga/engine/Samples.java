package dev.backstep.saga.engine;

import static dev.backstep.saga.engine.SagaDefinition.saga;
import static dev.backstep.saga.engine.Step.run;
import static dev.backstep.saga.engine.Step.undo;

import dev.backstep.contracts.Command;
import dev.backstep.contracts.InventoryCommand.SettleStock;
import dev.backstep.contracts.OrderCommand.CancelOrder;
import dev.backstep.contracts.OrderCommand.LeaveOrder;
import java.util.UUID;

/** Small sagas about nothing. */
final class Samples {
  static final UUID ID = UUID.fromString("0193b3a8-0000-7000-8000-000000000001");
  static final UUID ORDER = UUID.fromString("0193b3a8-0000-7000-8000-000000000002");

  private Samples() {}

  static Command any(UUID order) {
    return new SettleStock(order);
  }

  /** Nothing but steps that can be undone. */
  static Saga<UUID> withoutPivot() {
    return of(
        saga("trip", UUID.class)
            .compensatable("flight", run(Samples::any), undo(o -> any(o)))
            .compensatable("hotel", run(Samples::any), undo(o -> any(o)))
            .build());
  }

  /** The pivot comes first: there is nothing to turn back to. */
  static Saga<UUID> pivotFirst() {
    return of(
        saga("letter", UUID.class)
            .pivot("post", run(Samples::any))
            .retriable("stamp", run(Samples::any))
            .retriable("deliver", run(Samples::any))
            .build());
  }

  /** Several steps that are done when it starts. */
  static Saga<UUID> twoDoneAtStart() {
    return of(
        saga("done-at-start", UUID.class)
            .undoOnly("first", undo((o, cause) -> new CancelOrder(o, cause)))
            .undoOnly("second", undo(o -> any(o)))
            .compensatable("third", run(Samples::any), undo(o -> any(o)))
            .compensatable("fourth", run(Samples::any), undo(o -> any(o)))
            .pivot("fifth", run(Samples::any))
            .build());
  }

  /** One of each kind. */
  static Saga<UUID> oneOfEach() {
    return of(
        saga("each", UUID.class)
            .undoOnly("order", undo((o, cause) -> new CancelOrder(o, cause)))
            .compensatable("stock", run(Samples::any), undo(o -> any(o)))
            .pivot("confirmation", run(Samples::any))
            .retriable("settlement", run(Samples::any))
            .build());
  }

  /** The same, and everything of it can be undone. */
  static Saga<UUID> thatCanBeCalledBack() {
    return of(
        saga("returnable", UUID.class)
            .undoOnly("order", undo((o, cause) -> new CancelOrder(o, cause)), LeaveOrder::new)
            .compensatable("stock", run(Samples::any), undo(o -> any(o)))
            .pivot("confirmation", run(Samples::any), undo(o -> any(o)))
            .retriable("settlement", run(Samples::any), undo(o -> any(o)))
            .build());
  }

  static Saga<UUID> of(SagaDefinition<UUID> definition) {
    return new Saga<>(ID, ORDER, definition, ORDER);
  }
}
