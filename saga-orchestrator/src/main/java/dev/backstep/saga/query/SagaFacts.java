package dev.backstep.saga.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backstep.contracts.value.Money;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What a saga is about, as far as it may be shown: its amount and its goods. */
public record SagaFacts(Optional<Money> amount, List<Line> lines) {
  /** So many units of one product. */
  public record Line(String sku, int quantity) {}

  /** Reads what a saga was started with; a saga of another kind has no amount and no goods. */
  public static SagaFacts of(JsonNode data) {
    return new SagaFacts(amount(data.path("total")), lines(data.path("lines")));
  }

  /** Units of all goods. */
  public int units() {
    return lines.stream().mapToInt(Line::quantity).sum();
  }

  private static Optional<Money> amount(JsonNode total) {
    return total.path("minorUnits").canConvertToLong() && total.path("currency").isTextual()
        ? Optional.of(
            new Money(total.path("minorUnits").longValue(), total.path("currency").textValue()))
        : Optional.empty();
  }

  private static List<Line> lines(JsonNode lines) {
    return StreamSupport.stream(lines.spliterator(), false)
        .map(line -> new Line(line.path("sku").asText(), line.path("quantity").asInt()))
        .toList();
  }
}
