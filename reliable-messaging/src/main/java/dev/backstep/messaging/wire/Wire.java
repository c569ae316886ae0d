package dev.backstep.messaging.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.backstep.contracts.Event;
import dev.backstep.contracts.Message;
import dev.backstep.contracts.WireTypes;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * JSON bodies. Unknown fields of events are ignored, unknown or missing fields of everything else
 * are refused.
 */
public final class Wire {
  /** Four times the largest message an order of 100 lines can make. */
  static final int MAX_BODY_BYTES = 262_144;

  private static final int MAX_NESTING = 32;

  private static final JsonMapper LENIENT =
      JsonMapper.builder(factory())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();
  private static final JsonMapper STRICT =
      JsonMapper.builder(factory())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Map<Class<? extends Message>, ObjectReader> READERS =
      WireTypes.all().stream().collect(Collectors.toUnmodifiableMap(type -> type, Wire::readerFor));
  private static final ObjectWriter WRITER = STRICT.writer();

  private Wire() {}

  /** The JSON body of a message. */
  public static byte[] encode(Message message) {
    try {
      return WRITER.writeValueAsBytes(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "a " + WireTypes.of(message) + " cannot be written as JSON", e);
    }
  }

  /** Reads a record of the {@code ce_type} in its headers. Never throws for bad input. */
  public static Decoded decode(Received received) {
    var type = received.type();
    if (type == null) {
      return new Decoded.Unreadable("it has no ce_type header");
    }
    return WireTypes.find(type)
        .map(known -> read(known, received.body()))
        .orElseGet(() -> new Decoded.Unreadable("its ce_type is unknown to this version"));
  }

  private static Decoded read(Class<? extends Message> type, byte[] body) {
    if (body.length > MAX_BODY_BYTES) {
      return new Decoded.Unreadable(
          "its body of " + body.length + " bytes exceeds " + MAX_BODY_BYTES);
    }
    try {
      @Nullable Message message = reader(type).readValue(body);
      return message == null
          ? new Decoded.Unreadable("its body is empty")
          : new Decoded.Understood(message);
    } catch (IOException e) {
      return new Decoded.Unreadable(describe(type, e));
    }
  }

  private static String describe(Class<?> type, IOException e) {
    return switch (e) {
      case JsonMappingException mapping -> "its body is no " + type.getSimpleName() + path(mapping);
      case JsonProcessingException _ -> "its body is not JSON";
      default -> "its body cannot be read";
    };
  }

  private static String path(JsonMappingException e) {
    var path =
        e.getPath().stream()
            .map(step ->
                step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
            .collect(Collectors.joining("."));
    return path.isEmpty() ? "" : ": see the field " + path;
  }

  private static ObjectReader reader(Class<? extends Message> type) {
    var reader = READERS.get(type);
    if (reader == null) {
      throw new IllegalStateException(type + " is no concrete message");
    }
    return reader;
  }

  private static ObjectReader readerFor(Class<? extends Message> type) {
    return (Event.class.isAssignableFrom(type) ? LENIENT : STRICT).readerFor(type);
  }

  private static JsonFactory factory() {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxDocumentLength(MAX_BODY_BYTES)
                .maxNestingDepth(MAX_NESTING)
                .build())
        .build();
  }
}
