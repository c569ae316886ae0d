package dev.backstep.e2e.lra;

import static dev.backstep.e2e.Order.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.either;
import static org.hamcrest.Matchers.is;

import dev.backstep.e2e.Audited;
import dev.backstep.e2e.Backstep;
import dev.backstep.e2e.Books;
import dev.backstep.e2e.Placed;
import dev.backstep.e2e.Product;
import dev.backstep.stack.layout.Part;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Orders in somebody else's long running actions, with the real coordinator. */
@Audited
class LraTest {
  /** Each second counts in every run of all tests; a minute takes {@code PT60S}. */
  private static final Duration OUTAGE =
      Duration.parse(System.getProperty("backstep.e2e.outage", "PT2S"));

  private final Product kettle = Product.onSale(24_90, 10);

  @BeforeAll
  static void startTheCoordinator() {
    Backstep.stack().with(EnumSet.of(Part.LRA_COORDINATOR));
  }

  @AfterAll
  static void stopTheCoordinator() {
    Backstep.stack().stop(Part.LRA_COORDINATOR);
  }

  @Test
  void leavesTheOrderAloneWhenItsLraIsClosed() {
    var lra = Lra.start();
    var order = lra.place(anOrder().of(kettle, 1));
    assertThat(order.whenFinal().getString("status")).isEqualTo("CONFIRMED");
    lra.close().then().statusCode(200);
    isOver(lra);
    assertThat(order.look().getString("status")).isEqualTo("CONFIRMED");
    assertThat(kettle.stock()).isEqualTo(new Product.Stock(9, 0, 1));
    assertThat(order.sagaWhenFinal().json().getString("story.facts[0].value")).isEqualTo(lra.id());
  }

  @Test
  void undoesEveryConfirmedOrderOfACancelledLra() {
    var lra = Lra.start();
    var orders = List.of(lra.place(anOrder().of(kettle, 1)), lra.place(anOrder().of(kettle, 2)));
    orders.forEach(
        order -> assertThat(order.sagaWhenFinal().state()).as("%s", order).isEqualTo("COMPLETED"));
    lra.cancel().then().statusCode(200);
    orders.forEach(LraTest::isUndone);
    isOver(lra);
    assertThat(kettle.stock()).isEqualTo(new Product.Stock(10, 0, 0));
  }

  @Test
  void undoesAnOrderThatIsOnItsWay() {
    var lra = Lra.start();
    var order = lra.place(anOrder().of(kettle, 1).paidWith("pm_slow"));
    lra.cancel().then().statusCode(200);
    isUndone(order);
    isOver(lra);
    assertThat(kettle.stock()).isEqualTo(new Product.Stock(10, 0, 0));
  }

  @Test
  void tellsTheTruthOfAnOrderThatWasRejectedBefore() {
    var lra = Lra.start();
    var order = lra.place(anOrder().of(kettle, 1).shippedTo("XX"));
    assertThat(order.whenFinal().getString("status")).isEqualTo("REJECTED");
    lra.close().then().statusCode(200);
    await()
        .atMost(Backstep.SOON)
        .untilAsserted(() -> assertThat(told(order)).containsExactly("FailedToComplete"));
  }

  @Test
  void takesNoOrderForAnLraThatHasEndedOrNeverWas() {
    var ended = Lra.start();
    ended.cancel().then().statusCode(200);
    ended
        .send(anOrder().of(kettle, 1))
        .then()
        .statusCode(422)
        .body("type", containsString("/lra-unknown"));
    new Lra("http://127.0.0.1:1/lra-coordinator/1")
        .send(anOrder().of(kettle, 1))
        .then()
        .statusCode(400)
        .body("type", containsString("/lra-not-trusted"));
    assertThat(kettle.stock()).isEqualTo(new Product.Stock(10, 0, 0));
  }

  @Test
  void neverEndsTheLraOfWhomItRefuses() {
    var lra = Lra.start();
    lra.send(anOrder().of(new Product("NO-SUCH-THING", 1), 1)).then().statusCode(422);
    lra.send(anOrder()).then().statusCode(400);
    lra.isIn("Active");
    var order = lra.place(anOrder().of(kettle, 1));
    lra.close().then().statusCode(200);
    assertThat(order.whenFinal().getString("status")).isEqualTo("CONFIRMED");
    isOver(lra);
  }

  @Test
  void goesOnAfterAnOutageOfTheCoordinatorThatPlainOrdersDoNotNotice() {
    var plenty = Product.onSale(1_00, 10_000);
    var lra = Lra.start();
    var order = lra.place(anOrder().of(kettle, 1));
    Backstep.stack().kill(Part.LRA_COORDINATOR);
    long end = System.nanoTime() + OUTAGE.toNanos();
    int plain = 0;
    do {
      lra.send(anOrder().of(kettle, 1))
          .then()
          .statusCode(503)
          .body("type", containsString("/lra-coordinator-away"));
      isConfirmed(anOrder().of(plenty, 1).place());
      plain++;
    } while (System.nanoTime() < end);
    isConfirmed(order);
    Backstep.stack().start(Part.LRA_COORDINATOR);
    lra.cancel().then().statusCode(200);
    isUndone(order);
    isOver(lra);
    assertThat(kettle.stock()).isEqualTo(new Product.Stock(10, 0, 0));
    assertThat(plenty.stock().sold()).isEqualTo(plain);
  }

  @Test
  void letsPlainOrdersBeWhileTheCoordinatorIsSilent() {
    var lra = Lra.start();
    Backstep.stack().pause(Part.LRA_COORDINATOR);
    try {
      var orders = Stream.generate(() -> anOrder().of(kettle, 1).place()).limit(5).toList();
      orders.forEach(LraTest::isConfirmed);
      lra.send(anOrder().of(kettle, 1))
          .then()
          .statusCode(503)
          .body("type", containsString("/lra-coordinator-away"));
    } finally {
      Backstep.stack().resume(Part.LRA_COORDINATOR);
    }
    // It stands by until it has renewed its lease.
    await().atMost(Backstep.SOON).until(() -> lra.cancel().statusCode() == 200);
    isOver(lra);
    assertThat(kettle.stock()).isEqualTo(new Product.Stock(5, 0, 5));
  }

  @Test
  void needsNoCoordinatorAnyMoreOnceItHasHeardOfACancellation() {
    var lra = Lra.start();
    var order = lra.place(anOrder().of(kettle, 1).paidWith("pm_slow"));
    lra.cancel().then().statusCode(200);
    Backstep.stack().kill(Part.LRA_COORDINATOR);
    isUndone(order);
    Backstep.stack().start(Part.LRA_COORDINATOR);
    isOver(lra);
    assertThat(told(order)).containsExactly("Compensated");
  }

  @Test
  void leavesNothingBehindWhenItIsKilledWhileItJoins() {
    var lra = Lra.start();
    long before = Books.joining();
    try (var background = Executors.newVirtualThreadPerTaskExecutor()) {
      Backstep.stack().pause(Part.LRA_COORDINATOR);
      var unanswered = background.submit(() -> lra.send(anOrder().of(kettle, 1)));
      // On a slow machine it may give up waiting before it is seen.
      await().atMost(Backstep.SOON).until(() -> Books.joining() > before || unanswered.isDone());
      Backstep.stack().kill(Part.ORDER_SERVICE);
    } finally {
      Backstep.stack().resume(Part.LRA_COORDINATOR);
    }
    Backstep.stack().start(Part.ORDER_SERVICE);
    lra.cancel().then().statusCode(either(is(200)).or(is(202)));
    isOver(lra);
    assertThat(kettle.stock()).isEqualTo(new Product.Stock(10, 0, 0));
  }

  @Test
  void undoesAnOrderOfWhichTheOrchestratorHearsOnlyAfterTheCancellation() {
    var lra = Lra.start();
    Backstep.stack().kill(Part.SAGA_ORCHESTRATOR);
    var order = lra.place(anOrder().of(kettle, 1));
    lra.cancel();
    Backstep.stack().start(Part.SAGA_ORCHESTRATOR);
    isUndone(order);
    isOver(lra);
    assertThat(kettle.stock()).isEqualTo(new Product.Stock(10, 0, 0));
  }

  @Test
  void takesPartInATripOfSomebodyWhoKnowsNothingButMicroProfileLra() {
    var trips = Carrier.ofTrips();
    trips.start();
    try {
      var kept = trips.book(anOrder().of(kettle, 1), false);
      isConfirmed(kept);
      await().atMost(Backstep.SOON).until(() -> told(kept).contains("Completed"));
      var lost = trips.book(anOrder().of(kettle, 1), true);
      isUndone(lost);
      await().atMost(Backstep.SOON).until(() -> told(lost).contains("Compensated"));
    } finally {
      trips.kill();
    }
    assertThat(kettle.stock()).isEqualTo(new Product.Stock(9, 0, 1));
  }

  private static void isConfirmed(Placed order) {
    assertThat(order.whenFinal().getString("status")).as("%s", order).isEqualTo("CONFIRMED");
    assertThat(order.sagaWhenFinal().state()).as("%s", order).isEqualTo("COMPLETED");
  }

  static void isUndone(Placed order) {
    assertThat(order.whenFinal().getString("status")).isIn("CANCELLED", "CONFIRMED");
    await()
        .atMost(Backstep.SOON)
        .untilAsserted(
            () -> assertThat(order.stateOfSaga()).as("%s", order).isEqualTo("COMPENSATED"));
    assertThat(order.look().getString("status")).isEqualTo("CANCELLED");
  }

  private static void isOver(Lra lra) {
    await().atMost(Backstep.SOON).until(lra::isOver);
  }

  private static List<String> told(Placed order) {
    return Books.told(order.saga());
  }
}
