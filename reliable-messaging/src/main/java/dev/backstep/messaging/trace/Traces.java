package dev.backstep.messaging.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells of spans that are over. All are children of the request whose {@code traceparent} travels,
 * unchanged, with everything that it sets in motion: so a command that is sent again, or taken
 * twice, is seen twice in the same trace.
 *
 * <p>A trace that is not sampled costs the look at one character.
 */
public final class Traces {
  private static final String TRACER = "dev.backstep";
  private static final int LENGTH = 55;
  private static final Pattern TRACEPARENT =
      Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");

  private final Tracer tracer;

  /** Tells those; a no-op that is none of ours when tracing is switched off. */
  public Traces(OpenTelemetry telemetry) {
    tracer = telemetry.getTracer(TRACER);
  }

  /** Whether whoever began that trace wants it to be told. False for whatever is no trace. */
  public static boolean isSampled(@Nullable String traceparent) {
    return traceparent != null
        && traceparent.length() == LENGTH
        && (Character.digit(traceparent.charAt(LENGTH - 1), 16) & 1) == 1
        && TRACEPARENT.matcher(traceparent).matches();
  }

  /** The {@code traceparent} of the span that this thread works for, if it is sampled. */
  public static @Nullable String current() {
    var context = Span.current().getSpanContext();
    return context.isSampled()
        ? "00-%s-%s-01".formatted(context.getTraceId(), context.getSpanId())
        : null;
  }

  /** Tells of it if that trace is sampled. Never fails, never waits. */
  public void tell(@Nullable String traceparent, Happening happening) {
    if (isSampled(traceparent)) {
      tracer
          .spanBuilder(happening.name())
          .setParent(parent(traceparent))
          .setSpanKind(happening.kind())
          .setAllAttributes(happening.attributes())
          .setStartTimestamp(happening.began())
          .startSpan()
          .end(happening.ended());
    }
  }

  private static Context parent(@Nullable String traceparent) {
    Matcher ids = TRACEPARENT.matcher(String.valueOf(traceparent));
    if (!ids.matches()) {
      throw new IllegalArgumentException("no sampled trace");
    }
    var request =
        SpanContext.createFromRemoteParent(
            ids.group(1), ids.group(2), TraceFlags.getSampled(), TraceState.getDefault());
    return Context.root().with(Span.wrap(request));
  }
}
