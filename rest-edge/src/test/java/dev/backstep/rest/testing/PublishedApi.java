package dev.backstep.rest.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** That the running service serves everything that the document in {@code docs/api} publishes. */
public final class PublishedApi {
  private static final String WRITE = "backstep.api.write";

  /** For people alone: better ones break no promise. */
  private static final Set<String> WORDS = Set.of("description", "summary");

  private static final YAMLMapper YAML = new YAMLMapper();

  private PublishedApi() {}

  /**
   * Compares the two; what is served and not yet published is no fault. With {@code
   * -Dbackstep.api.write=true} the published one is written anew if they differ.
   */
  public static void check(String service) throws IOException {
    var text = given().get("/q/openapi").then().statusCode(200).extract().asString();
    var served = YAML.readTree(text);
    var file = ApiDocument.file(service);
    var published = YAML.readTree(Files.readString(file));
    if (Boolean.getBoolean(WRITE) && !served.equals(published)) {
      Files.writeString(file, text);
      published = served;
    }
    assertThat(broken(published, served, ""))
        .as("%s promises what is not served: run this test with -D%s=true", file, WRITE)
        .isEmpty();
  }

  /** The places of the first tree that are not in the second. */
  static List<String> broken(JsonNode promised, JsonNode served, String place) {
    var broken = new ArrayList<String>();
    if (promised.isObject()) {
      for (var each : promised.properties()) {
        var name = each.getKey();
        if (!WORDS.contains(name) || !each.getValue().isTextual()) {
          broken.addAll(broken(each.getValue(), served.path(name), place + "/" + name));
        }
      }
    } else if (promised.isArray()) {
      promised.forEach(each -> {
        if (!contains(served, each)) {
          broken.add(place);
        }
      });
    } else if (!promised.equals(served)) {
      broken.add(place);
    }
    return broken;
  }

  private static boolean contains(JsonNode list, JsonNode wanted) {
    for (JsonNode each : list) {
      if (broken(wanted, each, "").isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
