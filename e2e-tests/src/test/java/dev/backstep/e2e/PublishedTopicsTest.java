package dev.backstep.e2e;

import static org.hamcrest.Matchers.equalTo;

import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.ProjectRoot;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublishedTopicsTest {
  @ParameterizedTest
  @EnumSource(
      value = Part.class,
      names = {"ORDER_SERVICE", "INVENTORY_SERVICE", "PAYMENT_SERVICE", "SAGA_ORCHESTRATOR"})
  void areDescribedByEachServiceToWhoeverAsks(Part service) throws IOException {
    var published = Files.readString(ProjectRoot.find().path().resolve("docs/api/asyncapi.yaml"));
    Backstep.nobody(service).get("/asyncapi.yaml").then().statusCode(200).body(equalTo(published));
  }
}
