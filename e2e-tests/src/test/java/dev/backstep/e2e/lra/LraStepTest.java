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
import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Overrides;
import dev.backstep.stack.layout.Part;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shipments by a carrier that knows MicroProfile LRA and nothing of us, in place of our own. */
@Audited
class LraStepTest {
  private static final Carrier CARRIER = Carrier.ofParcels();

  private final Product kettle = Product.onSale(24_90, 10);

  @BeforeAll
  static void shipByCarrier() {
    var callbacks = Backstep.url(Part.ORDER_SERVICE) + "/lra/," + CARRIER.url() + "/parcels/";
    overrides(Part.LRA_COORDINATOR).write(Map.of("backstep.lra.callbacks", callbacks), List.of());
    overrides(Part.SAGA_ORCHESTRATOR)
        .write(Map.of("backstep.lra.steps.shipment", CARRIER.url() + "/parcels"), List.of());
    Backstep.stack().stop(Part.SAGA_ORCHESTRATOR);
    Backstep.stack().with(EnumSet.of(Part.LRA_COORDINATOR, Part.SAGA_ORCHESTRATOR));
    CARRIER.start();
  }

  @AfterAll
  static void shipByOurselves() {
    await().atMost(Backstep.SOON).until(() -> Books.openLras() == 0);
    overrides(Part.LRA_COORDINATOR).clear();
    overrides(Part.SAGA_ORCHESTRATOR).clear();
    Backstep.stack().stop(Part.SAGA_ORCHESTRATOR);
    Backstep.stack().stop(Part.LRA_COORDINATOR);
    Backstep.stack().start(Part.SAGA_ORCHESTRATOR);
    CARRIER.kill();
  }

  private static Overrides overrides(Part part) {
    return new Overrides(Backstep.stack().processes().layout().directory(), Instance.of(part));
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
    assertThat(order.whenFinal().getString("status")).isEqualTo("CANCELLED");
    assertThat(order.sagaWhenFinal().state()).isEqualTo("COMPENSATED");
    assertThat(CARRIER.parcels(order)).containsOnly("cancelled");
    assertThat(kettle.stock()).isEqualTo(new Product.Stock(10, 0, 0));
  }

  @Test
  void survivesTheKillOfOrchestratorAndCarrierInTheMiddleOfTheCall() {
    CARRIER.feels("SLOW");
    var order = ordered();
    await().atMost(Backstep.SOON).until(() -> CARRIER.parcels(order).contains("booked"));
    Backstep.stack().kill(Part.SAGA_ORCHESTRATOR);
    CARRIER.kill();
    CARRIER.start();
    Backstep.stack().start(Part.SAGA_ORCHESTRATOR);
    isConfirmed(order);
  }

  @Test
  void undoesWhenTheCarrierWasKilledBeforeItCouldAnswerTheCancellation() {
    CARRIER.feels("SLOW");
    var order = ordered();
    await().atMost(Backstep.SOON).until(() -> CARRIER.parcels(order).contains("booked"));
    CARRIER.kill();
    order.compensate();
    await().atMost(Backstep.SOON).until(() -> order.stateOfSaga().equals("COMPENSATING"));
    CARRIER.start();
    assertThat(order.sagaWhenFinal().state()).isEqualTo("COMPENSATED");
    assertThat(CARRIER.parcels(order)).containsOnly("cancelled");
  }

  @Test
  void waitsForACoordinatorThatIsAwayAndNotInVain() {
    Backstep.stack().kill(Part.LRA_COORDINATOR);
    var order = ordered();
    await().atMost(Backstep.SOON).until(() -> order.stepIs("shipment", "DOING"));
    Backstep.stack().start(Part.LRA_COORDINATOR);
    isConfirmed(order);
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
