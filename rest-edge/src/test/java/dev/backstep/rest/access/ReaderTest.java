package dev.backstep.rest.access;

import static org.hamcrest.Matchers.equalTo;

import dev.backstep.rest.Client;
import dev.backstep.stack.token.Role;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReaderTest {
  @Test
  void customersSeeTheirOwn() {
    seenBy(Role.CUSTOMER, new Reader.Owner("anna"));
  }

  @Test
  void viewersAndOperatorsSeeEverything() {
    seenBy(Role.VIEWER, new Reader.Anybody());
    seenBy(Role.OPERATOR, new Reader.Anybody());
  }

  private static void seenBy(Role role, Reader expected) {
    Client.as(role).get("/things").then().body("name", equalTo(expected.toString()));
  }
}
