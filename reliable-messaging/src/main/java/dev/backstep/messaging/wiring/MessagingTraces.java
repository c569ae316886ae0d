package dev.backstep.messaging.wiring;

import dev.backstep.messaging.consumer.ConsumerListener;
import dev.backstep.messaging.intake.Poll;
import dev.backstep.messaging.relay.PendingMessage;
import dev.backstep.messaging.relay.RelayListener;
import dev.backstep.messaging.trace.Happening;
import dev.backstep.messaging.trace.Traces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/** Tells the traces of messages that left and of messages that were applied. */
@Singleton
class MessagingTraces implements RelayListener, ConsumerListener {
  private static final String UNKNOWN = "unknown";

  private final Traces traces;
  private final InstantSource time;

  MessagingTraces(Traces traces, InstantSource time) {
    this.traces = traces;
    this.time = time;
  }

  @Override
  public void published(PendingMessage message, Duration lag) {
    if (Traces.isSampled(message.traceparent())) {
      traces.tell(
          message.traceparent(),
          Happening.published(message.topic(), message.id(), time.instant(), lag));
    }
  }

  @Override
  public void taken(String channel, Poll poll, Duration took) {
    for (var received : poll.records()) {
      if (Traces.isSampled(received.traceparent())) {
        var id = received.id() == null ? UNKNOWN : received.id();
        traces.tell(
            received.traceparent(), Happening.taken(received.topic(), id, time.instant(), took));
      }
    }
  }
}
