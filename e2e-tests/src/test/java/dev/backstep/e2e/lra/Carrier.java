package dev.backstep.e2e.lra;

import static org.awaitility.Awaitility.await;

import dev.backstep.e2e.Backstep;
import dev.backstep.e2e.Order;
import dev.backstep.e2e.Placed;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.process.Jvm;
import dev.backstep.stack.token.Role;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Another team's carrier, in a process of its own. */
final class Carrier {
  private final int port;
  private final Role role;
  private final Layout layout = Backstep.stack().processes().layout();
  private @Nullable Process process;

  private Carrier(int offset, Role role) {
    this.port = layout.settings().portBase() + offset;
    this.role = role;
  }

  /** Takes part in the LRAs of others. On one of a stack's ports that no process of it has. */
  static Carrier ofParcels() {
    return new Carrier(28, Role.SERVICE);
  }

  /** Begins LRAs, as a customer of the shop. */
  static Carrier ofTrips() {
    return new Carrier(29, Role.CUSTOMER);
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  /** Returns when it answers. */
  void start() {
    var builder =
        new ProcessBuilder(
            Jvm.java(),
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dquarkus.http.port=" + port,
            "-Dlra.coordinator.url=" + layout.url(Part.LRA_COORDINATOR) + "/lra-coordinator",
            "-Dnarayana.lra.base-uri=" + url(),
            "-Dcarrier.journal=" + file("journal"),
            "-Dcarrier.orders=" + layout.url(Part.ORDER_SERVICE) + "/orders",
            "-jar",
            layout
                .root()
                .path()
                .resolve("e2e-tests/carrier/target/quarkus-app/quarkus-run.jar")
                .toString());
    builder.environment().put("CARRIER_TOKEN", Backstep.stack().token(role, name()));
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(file("log").toFile()));
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    await().atMost(Backstep.SOON).ignoreExceptions().until(() -> parcels("none").isEmpty());
  }

  private Path file(String ending) {
    return layout.directory().path().resolve(name() + "." + ending);
  }

  /** Whom the coordinator takes it for. */
  String name() {
    return "carrier-" + port;
  }

  void kill() {
    var running = process;
    if (running != null) {
      var _ = running.destroyForcibly().onExit().join();
      process = null;
    }
  }

  void feels(String mood) {
    RestAssured.put(url() + "/parcels/mood/" + mood).then().statusCode(204);
  }

  /** A trip with that order in it; the trip fails, or not. */
  Placed book(Order order, boolean fails) {
    var answer =
        RestAssured.given()
            .contentType("application/json")
            .body(order.body())
            .queryParam("fails", fails)
            .post(url() + "/trips")
            .then()
            .statusCode(fails ? 500 : 200)
            .extract();
    return new Placed(
        UUID.fromString(answer.path("orderId")), UUID.fromString(answer.path("sagaId")), name());
  }

  /** What became of all parcels of that order. */
  List<String> parcels(Placed order) {
    return parcels(order.id().toString());
  }

  private List<String> parcels(String order) {
    return RestAssured.get(url() + "/parcels/of/" + order)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("", String.class);
  }
}
