package dev.backstep.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pins the JSON of every message. A red test here means that running services of the last release
 * could not read the new one: make a new version of the type instead of changing the golden file.
 */
class GoldenJsonTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static List<Message> messages() {
    return Samples.all();
  }

  @Test
  void everyTypeHasASample() {
    Set<Class<?>> sampled = messages().stream().map(Object::getClass).collect(Collectors.toSet());
    assertThat(sampled).isEqualTo(Set.copyOf(WireTypes.all()));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void isWrittenAsItsGoldenFile(Message message) throws IOException {
    assertThat(JSON.readTree(JSON.writeValueAsString(message)))
        .isEqualTo(JSON.readTree(golden(message)));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void isReadFromItsGoldenFile(Message message) throws IOException {
    assertThat(JSON.readValue(golden(message), message.getClass())).isEqualTo(message);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void hasATypeThatLeadsBackToItsClass(Message message) {
    assertThat(WireTypes.find(WireTypes.of(message))).contains(message.getClass());
    assertThat(WireTypes.of(message)).matches("backstep\\.[a-z]+\\.[a-z-]+\\.v[0-9]+");
  }

  private static String golden(Message message) throws IOException {
    var name = "/golden/" + WireTypes.of(message) + ".json";
    try (InputStream in = GoldenJsonTest.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(
            "write " + name + " by hand; today it would be " + today(message));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String today(Message message) throws JsonProcessingException {
    return JSON.writeValueAsString(message);
  }
}
