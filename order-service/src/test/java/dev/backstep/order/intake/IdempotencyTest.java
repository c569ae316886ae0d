package dev.backstep.order.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.backstep.order.testing.Database;
import dev.backstep.order.testing.Shop;
import dev.backstep.rest.testing.Problems;
import dev.backstep.stack.testing.TestStack;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdempotencyTest {
  private static final int TWINS = 20;

  @Inject Database database;
  @Inject IdempotencyPurge purge;

  private final String customer = Shop.newCustomer();
  private String body = "";

  @BeforeEach
  void listAProduct() {
    body = Shop.order(database.product(1999), 1);
  }

  @Test
  void repeatsTheAnswer() {
    var first = post("again", body);
    var second = post("again", body);
    first.then().statusCode(202).header("Idempotency-Replayed", nullValue());
    second.then().statusCode(202).header("Idempotency-Replayed", equalTo("true"));
    assertThat(second.asString()).isEqualTo(first.asString());
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
  }

  @Test
  void takesTheSameMeaningForTheSameOrder() {
    post("again", body).then().statusCode(202);
    post("again", body.replace(",", " ,\n "))
        .then()
        .header("Idempotency-Replayed", equalTo("true"));
  }

  @Test
  void placesOneOrderForTwentyTwins() throws Exception {
    var answers = new ArrayList<Response>();
    try (var threads = Executors.newFixedThreadPool(TWINS)) {
      Callable<Response> twin = () -> post("twins", body);
      for (var answer : threads.invokeAll(Stream.generate(() -> twin).limit(TWINS).toList())) {
        answers.add(answer.get());
      }
    }
    assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(202));
    assertThat(new HashSet<>(answers.stream().map(Response::asString).toList())).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.header("Idempotency-Replayed") == null))
        .hasSize(1);
    assertThat(database.texts("SELECT id FROM orders WHERE customer_id = ?", customer)).hasSize(1);
  }

  @Test
  void refusesAnotherOrderUnderTheSameKey() {
    post("again", body).then().statusCode(202);
    Problems.expect(post("again", body.replace("Berlin", "Bonn")), 422, "idempotency-key-reused");
  }

  @Test
  void keepsTheKeysOfCustomersApart() {
    post("mine", body).then().statusCode(202);
    Shop.customer(Shop.newCustomer())
        .header("Idempotency-Key", "mine")
        .body(body)
        .post("/orders")
        .then()
        .statusCode(202)
        .header("Idempotency-Replayed", nullValue());
  }

  @Test
  void asksForAKey() {
    Problems.expect(
        Shop.customer(customer).body(body).post("/orders"), 400, "idempotency-key-missing");
    Problems.expect(post("x".repeat(256), body), 400, "idempotency-key-invalid");
    Problems.expect(post("a\tb", body), 400, "idempotency-key-invalid");
  }

  @Test
  void saysSoWhileATwinIsStillAtIt() throws SQLException {
    try (var twin = Database.elsewhere()) {
      twin.setAutoCommit(false);
      try (var claim =
          twin.prepareStatement(
              """
              INSERT INTO idempotency (customer_id, key, fingerprint, order_id, answer, created_at)
              VALUES (?, 'slow', sha256(''), gen_random_uuid(), '', now())
              """)) {
        claim.setString(1, customer);
        claim.executeUpdate();
      }
      Problems.expect(post("slow", body), 409, "request-in-progress");
      twin.rollback();
    }
    post("slow", body).then().statusCode(202).header("Idempotency-Replayed", nullValue());
  }

  /** Nobody's twin is at it: whoever asks has done nothing wrong, and may come again. */
  @Test
  void saysThatItCannotAnswerWhileATableIsLocked() throws SQLException {
    try (var somebody = TestStack.current().superuser("order_service")) {
      somebody.setAutoCommit(false);
      try (var lock = somebody.createStatement()) {
        lock.execute("LOCK TABLE orders IN EXCLUSIVE MODE");
      }
      Problems.expect(post("locked", body), 503, "unavailable")
          .header("Retry-After", notNullValue());
    }
    post("locked", body).then().statusCode(202).header("Idempotency-Replayed", nullValue());
  }

  @Test
  void doesNotRememberWhatItRefused() {
    var unknown = Shop.order(Database.newSku(), 1);
    Problems.expect(post("later", unknown), 422, "unknown-product");
    post("later", body).then().statusCode(202);
  }

  @Test
  void forgetsAfterSevenDays() {
    post("young", body).then().statusCode(202);
    database.execute(
        """
        INSERT INTO idempotency (customer_id, key, fingerprint, order_id, answer, created_at)
        SELECT ?, 'old' || i, sha256(''), gen_random_uuid(), '', now() - interval '7 days 1 minute'
        FROM generate_series(1, ?) AS i
        """,
        customer,
        IdempotencyPurge.BATCH + 1);
    purge.run();
    assertThat(database.texts("SELECT key FROM idempotency WHERE customer_id = ?", customer))
        .containsExactly("young");
  }

  private Response post(String key, String body) {
    return Shop.customer(customer).header("Idempotency-Key", key).body(body).post("/orders");
  }
}
