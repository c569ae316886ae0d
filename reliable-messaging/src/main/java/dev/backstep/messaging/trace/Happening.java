package dev.backstep.messaging.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Duration;
import java.time.Instant;

/** Something that is over, as a span: by OpenTelemetry's names where it has some. */
public record Happening(
    String name, SpanKind kind, Instant began, Instant ended, Attributes attributes) {
  /** A message left: from its writing to the broker's acknowledgement, the outbox between. */
  public static Happening published(String topic, String id, Instant ended, Duration took) {
    return new Happening(
        "publish " + topic,
        SpanKind.PRODUCER,
        ended.minus(took),
        ended,
        message(topic, id, "publish"));
  }

  /** A message was applied: the transaction of its poll, which it may share with hundreds. */
  public static Happening taken(String topic, String id, Instant ended, Duration took) {
    return new Happening(
        "take " + topic, SpanKind.CONSUMER, ended.minus(took), ended, message(topic, id, "take"));
  }

  /** Another system was asked over HTTP, and answered or did not. */
  public static Happening asked(String request, Instant began, Instant ended, String answer) {
    return new Happening(
        request, SpanKind.CLIENT, began, ended, Attributes.builder().put("answer", answer).build());
  }

  private static Attributes message(String topic, String id, String operation) {
    return Attributes.builder()
        .put("messaging.system", "kafka")
        .put("messaging.destination.name", topic)
        .put("messaging.message.id", id)
        .put("messaging.operation.name", operation)
        .build();
  }
}
