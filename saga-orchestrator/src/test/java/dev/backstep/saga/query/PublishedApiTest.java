package dev.backstep.saga.query;

import dev.backstep.rest.testing.PublishedApi;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PublishedApiTest {
  @Test
  void publishesWhatItOffers() throws IOException {
    PublishedApi.check("saga-orchestrator");
  }
}
