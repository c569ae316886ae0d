package dev.backstep.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.backstep.contracts.value.Refusal;
import dev.backstep.contracts.value.RefusalCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/api/asyncapi.yaml} describes every topic, and every message as it is written. */
class AsyncApiTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  private static JsonNode document = JsonNodeFactory.instance.objectNode();

  @BeforeAll
  static void read() throws IOException {
    var home = Path.of(System.getProperty("backstep.home", ".."));
    document = new YAMLMapper().readTree(Files.readString(home.resolve("docs/api/asyncapi.yaml")));
    close(document.path("components"));
  }

  // Whoever reads has to bear fields that he does not know; whoever writes the document does not.
  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object && object.path("properties").isObject()) {
      object.put("additionalProperties", false);
    }
    schema.forEach(AsyncApiTest::close);
  }

  static Stream<Message> messages() {
    var command = new CommandId(new UUID(1, 2), "stock", Direction.UNDO);
    return Stream.concat(
        Samples.all().stream(),
        Stream.of(
            new ReplyMessage(command, new Reply.Done("ch_1")),
            new ReplyMessage(command, new Reply.Undone())));
  }

  @Test
  void describesEveryTopic() {
    assertThat(document.path("channels").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(Topics.all());
  }

  @Test
  void describesNoMessageThatIsNone() {
    assertThat(document.path("components").path("messages").fieldNames())
        .toIterable()
        .allSatisfy(type -> assertThat(WireTypes.find(type)).isPresent());
  }

  @ParameterizedTest
  @MethodSource("messages")
  void describesEveryMessageOnItsTopic(Message message) throws IOException {
    var type = WireTypes.of(message);
    var channel = document.path("channels").path(Topics.of(message));

    assertThat(channel.path("messages").has(type)).isTrue();
    assertThat(faults(type, JSON.readTree(JSON.writeValueAsString(message)))).isEmpty();
  }

  @Test
  void findsAFieldThatIsNotDescribed() throws IOException {
    var body = JSON.readTree("{\"orderId\":\"%s\",\"gift\":true}".formatted(new UUID(1, 2)));

    assertThat(faults("backstep.order.confirm-order.v1", body)).hasSize(1);
  }

  @Test
  void describesEveryRefusal() {
    var known = document.at("/components/schemas/Refusal/properties/code/enum");
    assertThat(known).hasSize(RefusalCode.values().length);
    assertThat(document.at("/components/schemas/Refusal/properties/detail/maxLength").asInt())
        .isEqualTo(Refusal.MAX_LENGTH);
  }

  private static List<String> faults(String type, JsonNode body) {
    var schema = JsonNodeFactory.instance.objectNode();
    schema.set("components", document.path("components"));
    schema.put("$ref", "#/components/messages/" + type + "/payload");
    return SCHEMAS.getSchema(schema).validate(body).stream()
        .map(ValidationMessage::getMessage)
        .toList();
  }
}
