package dev.backstep.order.intake;

import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The W3C trace context that goes with everything an order sets in motion. */
record Traceparent(String value) {
  static final String HEADER = "traceparent";

  private static final Pattern VALID =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  /** This request's own span where it is told of; otherwise as the client wants it. */
  static Traceparent of(@Nullable String told, @Nullable String header, Supplier<UUID> ids) {
    return told == null ? parse(header, ids) : new Traceparent(told);
  }

  /** What the client sent, if it is valid; otherwise a new trace that is not sampled. */
  static Traceparent parse(@Nullable String header, Supplier<UUID> ids) {
    return header != null && VALID.matcher(header).matches()
        ? new Traceparent(header)
        : started(ids.get(), ids.get());
  }

  private static Traceparent started(UUID trace, UUID span) {
    var hex = HexFormat.of();
    return new Traceparent(
        "00-%s%s-%s-00"
            .formatted(
                hex.toHexDigits(trace.getMostSignificantBits()),
                hex.toHexDigits(trace.getLeastSignificantBits()),
                hex.toHexDigits(span.getLeastSignificantBits())));
  }
}
