package dev.backstep.inventory.query;

import dev.backstep.rest.testing.PublishedApi;
import dev.backstep.stack.testing.ServiceResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = ServiceResource.class,
    initArgs = @ResourceArg(name = "service", value = "inventory-service"))
class PublishedApiTest {
  @Test
  void publishesWhatItOffers() throws IOException {
    PublishedApi.check("inventory-service");
  }
}
