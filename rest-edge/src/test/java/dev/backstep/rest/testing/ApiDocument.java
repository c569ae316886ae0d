package dev.backstep.rest.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** The OpenAPI document of one service, and what of an answer does not fit it. */
public final class ApiDocument {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

  private final JsonNode document;

  private ApiDocument(JsonNode document) {
    this.document = document;
  }

  /** Of that service, as published in {@code docs/api}. */
  public static ApiDocument of(String service) {
    try {
      return parse(Files.readString(file(service)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From that text in YAML. */
  static ApiDocument parse(String yaml) {
    try {
      var document = new YAMLMapper().readTree(yaml);
      document.path("components").path("schemas").forEach(ApiDocument::close);
      return new ApiDocument(document);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Where it is published. */
  public static Path file(String service) {
    return Path.of(System.getProperty("backstep.home", ".."), "docs", "api", service + ".yaml");
  }

  // Readers have to bear fields that they do not know; whoever writes a document names them all.
  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object
        && object.has("properties")
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    schema.forEach(ApiDocument::close);
  }

  List<String> faultsOfProblem(String body) {
    var problem = JsonNodeFactory.instance.objectNode();
    problem.put("$ref", "#/components/schemas/HttpProblem");
    return faults(problem, body);
  }

  List<String> faults(String method, String path, int status, String body) {
    return operation(method, path)
        .map(each -> schema(each, status))
        .filter(schema -> !schema.isMissingNode())
        .map(schema -> faults(schema, body))
        .orElseGet(List::of);
  }

  boolean hasOperation(String method, String path) {
    return operation(method, path).isPresent();
  }

  boolean describes(String method, String path, int status) {
    return operation(method, path).map(each -> !schema(each, status).isMissingNode()).orElse(false);
  }

  private Optional<JsonNode> operation(String method, String path) {
    return document.path("paths").properties().stream()
        .filter(entry -> path.matches(expression(entry.getKey())))
        // A path without parameters is meant before one with.
        .sorted((one, other) -> one.getKey().indexOf('{') - other.getKey().indexOf('{'))
        .map(entry -> entry.getValue().path(method.toLowerCase(Locale.ROOT)))
        .filter(operation -> !operation.isMissingNode())
        .findFirst();
  }

  private static String expression(String template) {
    return PARAMETER.matcher(template).replaceAll("[^/]+");
  }

  private static JsonNode schema(JsonNode operation, int status) {
    var content = operation.path("responses").path(String.valueOf(status)).path("content");
    return content.path("application/json").path("schema");
  }

  private List<String> faults(JsonNode schema, String body) {
    var whole = JsonNodeFactory.instance.objectNode();
    whole.set("components", document.path("components"));
    whole.set("allOf", JsonNodeFactory.instance.arrayNode().add(schema));
    try {
      var messages = SCHEMAS.getSchema(whole).validate(JSON.readTree(body));
      return StreamSupport.stream(messages.spliterator(), false)
          .map(ValidationMessage::getMessage)
          .toList();
    } catch (JsonProcessingException e) {
      return List.of("no JSON: " + e.getOriginalMessage());
    }
  }
}
