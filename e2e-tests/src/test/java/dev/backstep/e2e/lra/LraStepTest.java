package dev.backstep.e2e.lra;

import static dev.backstep.e2e.Order.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backstep.e2e.Audited;
import dev.backstep.e2e.Backstep;
import dev.backstep.e2e.Books;
import dev.backstep.e2e.Order;
import dev.backstep.e2e.Placed;
import dev.backstep.e2e.Product;
import dev.backstep.stack.Progress;
import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Overrides;
import dev.backstep.stack.layout.Part;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Shipments by a carrier that knows MicroProfile LRA and nothing of us, in place of our own. */
@Audited
class LraStepTest {
  private static final Carrier CARRIER = Carrier.ofParcels();
  private static final Instance ORCHESTRATOR = Instance.of(Part.SAGA_ORCHESTRATOR);
  private static final Instance FIRST = Instance.of(Part.LRA_COORDINATOR);
  private static final Instance SECOND = new Instance(Part.LRA_COORDINATOR, 2);

  private final Product kettle = Product.onSale(24_90, 10);

  @BeforeAll
  static void shipByCarrier() {
    var callbacks = Backstep.url(Part.ORDER_SERVICE) + "/lra/," + CARRIER.url() + "/parcels/";
    for (var coordinator : List.of(FIRST, SECOND)) {
      overrides(coordinator).write(Map.of("backstep.lra.callbacks", callbacks), List.of());
    }
    overrides(ORCHESTRATOR)
        .write(Map.of("backstep.lra.steps.shipment", CARRIER.url() + "/parcels"), List.of());
    Backstep.stack().stop(Part.SAGA_ORCHESTRATOR);
    Backstep.stack().with(EnumSet.of(Part.LRA_COORDINATOR, Part.SAGA_ORCHESTRATOR));
    CARRIER.start();
  }

  @AfterAll
  static void shipByOurselves() {
    await().atMost(Backstep.SOON).until(() -> Books.openLras() == 0);
    List.of(FIRST, SECOND, ORCHESTRATOR).forEach(each -> overrides(each).clear());
    Backstep.stack().stop(Part.SAGA_ORCHESTRATOR);
    Backstep.stack().stop(Part.LRA_COORDINATOR);
    Backstep.stack().start(Part.SAGA_ORCHESTRATOR);
    CARRIER.kill();
  }

  private static Overrides overrides(Instance instance) {
    return new Overrides(Backstep.stack().processes().layout().directory(), instance);
  }

  @BeforeEach
  void feelFine() {
    CARRIER.feels("FINE");
  }

  @Test
  void shipsByTheCarrierAndTellsItWhenTheOrderStands() {
    var order = ordered();
    isConfirmed(order);
    assertThat(kettle.stock()).isEqualTo(new Product.Stock(9, 0, 1));
  }

  @Test
  void turnsBackWhenTheCarrierRefuses() {
    var order = anOrder().of(kettle, 1).shippedTo("XX").place();
    var rejected = order.whenFinal();
    assertThat(rejected.getString("status")).isEqualTo("REJECTED");
    assertThat(order.sagaWhenFinal().state()).isEqualTo("COMPENSATED");
    assertThat(CARRIER.parcels(order)).isEmpty();
    assertThat(kettle.stock()).isEqualTo(new Product.Stock(10, 0, 0));
  }

  @Test
  void cancelsWhatIsInDoubtAndTriesAnew() {
    CARRIER.feels("BROKEN");
    var order = ordered();
    await().atMost(Backstep.SOON).until(() -> !CARRIER.parcels(order).isEmpty());
    CARRIER.feels("FINE");
    isConfirmed(order);
    assertThat(CARRIER.parcels(order)).contains("cancelled");
  }

  @Test
  void undoesAShipmentWhoseAnswerIsStillAwaited() {
    CARRIER.feels("SLOW");
    var order = ordered();
    await().atMost(Backstep.SOON).until(() -> CARRIER.parcels(order).contains("booked"));
    order.compensate();
    CARRIER.feels("FINE");
    isCancelled(order);
    assertThat(order.look().getString("status")).isEqualTo("CANCELLED");
    assertThat(kettle.stock()).isEqualTo(new Product.Stock(10, 0, 0));
  }

  /** How far a shipment is. */
  enum Point {
    CALLED("booked", Victim.ORCHESTRATOR),
    CLOSING("sending", Victim.CARRIER),
    CANCELLING("cancelling", Victim.COORDINATOR);

    private final String parcel;
    private final Victim usual;

    Point(String parcel, Victim usual) {
      this.parcel = parcel;
      this.usual = usual;
    }
  }

  enum Victim {
    COORDINATOR,
    ORCHESTRATOR,
    CARRIER
  }

  /** Each victim once, and each point; all pairs if that is wanted. */
  static Stream<Arguments> kills() {
    boolean all = "all".equals(System.getProperty("backstep.e2e.kills"));
    return Stream.of(Point.values())
        .flatMap(point ->
            Stream.of(Victim.values())
                .filter(victim -> all || victim == point.usual)
                .map(victim -> Arguments.of(point, victim)));
  }

  @ParameterizedTest
  @MethodSource("kills")
  void comesToTheSameEndWhen(Point point, Victim victim) {
    CARRIER.feels("SLOW");
    var order = ordered();
    await().atMost(Backstep.SOON).until(() -> !CARRIER.parcels(order).isEmpty());
    if (point == Point.CANCELLING) {
      order.compensate();
    }
    await().atMost(Backstep.SOON).until(() -> CARRIER.parcels(order).contains(point.parcel));
    kill(victim);
    CARRIER.feels("FINE");
    if (point == Point.CANCELLING) {
      isCancelled(order);
    } else {
      isConfirmed(order);
    }
  }

  private static void kill(Victim victim) {
    switch (victim) {
      case CARRIER -> {
        CARRIER.kill();
        CARRIER.start();
      }
      case COORDINATOR -> killAndStart(Part.LRA_COORDINATOR);
      case ORCHESTRATOR -> killAndStart(Part.SAGA_ORCHESTRATOR);
    }
  }

  private static void killAndStart(Part part) {
    Backstep.stack().kill(part);
    Backstep.stack().start(part);
  }

  @Test
  void isTakenOverByTheCoordinatorThatStandsByInTheMiddleOfACall() throws IOException {
    var processes = Backstep.stack().processes();
    processes.start(List.of(SECOND), Progress.silent());
    var lra = Lra.start();
    var inLra = lra.place(anOrder().of(kettle, 1));
    CARRIER.feels("SLOW");
    var order = ordered();
    await().atMost(Backstep.SOON).until(() -> CARRIER.parcels(order).contains("booked"));
    assertThat(lra.cancelAt(processes.layout().url(SECOND)).statusCode()).isEqualTo(503);
    Backstep.stack().kill(Part.LRA_COORDINATOR);
    CARRIER.feels("FINE");
    try (var _ = new Detour(processes.layout().port(FIRST), processes.layout().port(SECOND))) {
      await()
          .atMost(Backstep.SOON)
          .untilAsserted(() -> assertThat(lra.cancel().statusCode()).isEqualTo(200));
      LraTest.isUndone(inLra);
      isConfirmed(order);
      await().atMost(Backstep.SOON).until(() -> Books.openLras() == 0);
    } finally {
      processes.stop(SECOND);
    }
    Backstep.stack().start(Part.LRA_COORDINATOR);
    await().atMost(Backstep.SOON).until(lra::isOver);
  }

  @Test
  void waitsForACoordinatorThatIsAwayAndNotInVain() {
    Backstep.stack().kill(Part.LRA_COORDINATOR);
    var order = ordered();
    await().atMost(Backstep.SOON).until(() -> order.stepIs("shipment", "DOING"));
    Backstep.stack().start(Part.LRA_COORDINATOR);
    isConfirmed(order);
  }

  private static void isCancelled(Placed order) {
    assertThat(order.sagaWhenFinal().state()).isEqualTo("COMPENSATED");
    await()
        .atMost(Backstep.SOON)
        .untilAsserted(() -> assertThat(CARRIER.parcels(order)).containsOnly("cancelled"));
  }

  private Placed ordered() {
    Order order = anOrder().of(kettle, 1);
    return order.place();
  }

  /** With one parcel on its way, and every other one called back. */
  private static void isConfirmed(Placed order) {
    assertThat(order.whenFinal().getString("status")).isEqualTo("CONFIRMED");
    assertThat(order.sagaWhenFinal().state()).isEqualTo("COMPLETED");
    await()
        .atMost(Backstep.SOON)
        .untilAsserted(() ->
            assertThat(CARRIER.parcels(order))
                .isSubsetOf("sent", "cancelled")
                .containsOnlyOnce("sent"));
  }
}
