package dev.backstep.messaging.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TracesTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String REQUEST = "b7ad6b7169203331";
  private static final String SAMPLED = "00-%s-%s-01".formatted(TRACE, REQUEST);
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private final Memory memory = new Memory();
  private final OpenTelemetrySdk telemetry =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(memory))
                  .build())
          .build();
  private final Traces traces = new Traces(telemetry);
  private final Happening publication =
      Happening.published("order.events", "e1", NOON, Duration.ofMillis(30));

  @Test
  void tellsOfAMessageAsAChildOfTheRequest() {
    traces.tell(SAMPLED, publication);
    assertThat(memory.spans)
        .singleElement()
        .satisfies(span -> {
          assertThat(span.getTraceId()).isEqualTo(TRACE);
          assertThat(span.getParentSpanId()).isEqualTo(REQUEST);
          assertThat(span.getName()).isEqualTo("publish order.events");
          assertThat(span.getStartEpochNanos()).isEqualTo(nanos(NOON.minusMillis(30)));
          assertThat(span.getEndEpochNanos()).isEqualTo(nanos(NOON));
        });
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-02",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b71692033\n1-01",
        "0000000000000000000000000000000000000000000000000000001",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01x"
      })
  void saysNothingOfWhatIsNotSampled(@Nullable String traceparent) {
    traces.tell(traceparent, publication);
    assertThat(memory.spans).isEmpty();
  }

  @Test
  void beginsAtTheSpanThatTheThreadWorksFor() {
    var span = telemetry.getTracer("test").spanBuilder("POST /orders").startSpan();
    try (var _ = Context.root().with(span).makeCurrent()) {
      var context = Span.current().getSpanContext();
      assertThat(Traces.current())
          .isEqualTo("00-%s-%s-01".formatted(context.getTraceId(), context.getSpanId()));
    }
  }

  @Test
  void beginsNowhereWhenTracingIsSwitchedOff() {
    assertThat(Traces.current()).isNull();
    new Traces(OpenTelemetry.noop()).tell(SAMPLED, publication);
  }

  private static long nanos(Instant instant) {
    return TimeUnit.MILLISECONDS.toNanos(instant.toEpochMilli());
  }

  private static final class Memory implements SpanExporter {
    private final List<SpanData> spans = new ArrayList<>();

    @Override
    public CompletableResultCode export(Collection<SpanData> told) {
      spans.addAll(told);
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }
}
