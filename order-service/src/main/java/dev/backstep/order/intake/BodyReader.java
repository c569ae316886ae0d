package dev.backstep.order.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.backstep.order.problem.Violation;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads bodies without mercy: no unknown or repeated field, no number in quotes, nothing after the
 * end.
 */
final class BodyReader {
  /** An order is three levels deep. */
  private static final int MAX_NESTING = 8;

  /** The longest field is a line of an address. */
  private static final int MAX_STRING = 1_000;

  /** A quantity has at most four digits; longer ones deserve an answer, not a long calculation. */
  private static final int MAX_DIGITS = 30;

  /** An unknown field may have any name and any length; this much is enough to find it. */
  private static final int MAX_SHOWN = 40;

  private static final ObjectReader READER = strict().readerFor(OrderBody.class);

  private BodyReader() {}

  /** Never throws for bad input. */
  static Reading read(byte[] body) {
    try {
      @Nullable OrderBody read = READER.readValue(body);
      return read == null ? malformed("#", "the body is empty") : OrderRules.check(read);
    } catch (UnrecognizedPropertyException e) {
      return new Reading.Invalid(List.of(new Violation(pointer(e), "this field is unknown")));
    } catch (JsonMappingException e) {
      return refused(e);
    } catch (IOException e) {
      return malformed("#", "the body is not valid JSON" + location(e));
    }
  }

  private static Reading refused(JsonMappingException e) {
    if (e.getPath().isEmpty() || e.getCause() instanceof JsonParseException) {
      return malformed("#", "the body is not an order in valid JSON" + location(e));
    }
    return new Reading.Invalid(List.of(new Violation(pointer(e), "this is not what belongs here")));
  }

  private static Reading malformed(String pointer, String detail) {
    return new Reading.Malformed(new Violation(pointer, detail));
  }

  private static String location(IOException e) {
    return e instanceof JsonProcessingException json && json.getLocation() != null
        ? ": see line %d, column %d"
            .formatted(json.getLocation().getLineNr(), json.getLocation().getColumnNr())
        : "";
  }

  private static String pointer(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : escaped(step))
        .collect(Collectors.joining("/", "#/", ""));
  }

  // RFC 6901, in a URI fragment.
  private static String escaped(JsonMappingException.Reference step) {
    var name = step.getFieldName();
    var shown = name.length() > MAX_SHOWN ? name.substring(0, MAX_SHOWN) : name;
    return URLEncoder.encode(shown, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%7E", "~0")
        .replace("%2F", "~1");
  }

  private static JsonMapper strict() {
    var mapper =
        JsonMapper.builder(factory())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();
    mapper
        .coercionConfigFor(LogicalType.Textual)
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    return mapper;
  }

  private static JsonFactory factory() {
    return JsonFactory.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(MAX_NESTING)
                .maxStringLength(MAX_STRING)
                .maxNumberLength(MAX_DIGITS)
                .build())
        .build();
  }
}
