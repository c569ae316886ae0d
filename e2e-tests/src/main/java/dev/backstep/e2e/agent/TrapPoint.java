package dev.backstep.e2e.agent;

import java.util.List;

/** Where a process can be made to end, between two instructions that are hard to hit by chance. */
public enum TrapPoint {
  /** Rows are in the outbox, the broker has not heard of them. */
  AFTER_COMMIT_BEFORE_PUBLISH,
  /** The broker has acknowledged the rows, they are still in the outbox. */
  AFTER_PUBLISH_BEFORE_DELETE,
  /** The change is made, its messages are on their way, and nothing is committed. */
  AFTER_EFFECT_BEFORE_COMMIT,
  /** The gateway has taken or given back money, and nobody here has written it down. */
  AFTER_GATEWAY_BEFORE_STORE,
  /** A poll is committed in the database, its offsets are not. */
  AFTER_COMMIT_BEFORE_OFFSETS,
  /** A saga has taken a step back that is not committed yet. */
  DURING_COMPENSATION;

  private static final String MESSAGING = "dev.backstep.messaging.";

  List<Patch> patches() {
    return switch (this) {
      case AFTER_COMMIT_BEFORE_PUBLISH ->
          List.of(Patch.trapAtStart(MESSAGING + "relay.KafkaPublisher", "publish", this));
      case AFTER_PUBLISH_BEFORE_DELETE ->
          List.of(Patch.trapAtEnd(MESSAGING + "relay.KafkaPublisher", "publish", this));
      case AFTER_EFFECT_BEFORE_COMMIT ->
          List.of(Patch.trapAtEnd(MESSAGING + "outbox.Outbox", "append", this));
      case AFTER_GATEWAY_BEFORE_STORE ->
          List.of(Patch.trapAtEnd("dev.backstep.payment.gateway.HttpGateway", "ask", this));
      case AFTER_COMMIT_BEFORE_OFFSETS ->
          List.of(Patch.trapAtEnd(MESSAGING + "intake.Intake", "take", this));
      case DURING_COMPENSATION ->
          List.of(Patch.trapAtEnd("dev.backstep.saga.engine.Moves", "back", this));
    };
  }
}
