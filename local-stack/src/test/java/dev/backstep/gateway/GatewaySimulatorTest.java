package dev.backstep.gateway;

import static dev.backstep.gateway.GatewayClient.chargeOf;
import static dev.backstep.gateway.GatewayClient.refundOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewaySimulatorTest {
  private static final Duration IMPATIENT = Duration.ofMillis(500);

  private final UUID order = UUID.randomUUID();
  private final String key = UUID.randomUUID() + "/payment/do";
  private @TempDir Path data = Path.of("");
  private GatewaySimulator gateway;
  private GatewayClient client;

  @BeforeEach
  void start() throws IOException {
    gateway = GatewaySimulator.start(0, data);
    client = new GatewayClient(gateway.port());
  }

  @AfterEach
  void stop() throws Exception {
    gateway.close();
    client.http().close();
  }

  @Test
  void capturesAndWritesItDown() throws Exception {
    var answer = client.charge(key, chargeOf(order, 4999, "pm_ok"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.field("status")).isEqualTo("captured");
    assertThat(Ledger.read(data).capturesOf(order))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.key()).isEqualTo(key);
          assertThat(entry.amount()).isEqualTo(new Amount(4999, "EUR"));
          assertThat(entry.chargeId()).isEqualTo(answer.field("chargeId"));
        });
    assertThat(client.ledger()).isEqualTo(Ledger.read(data));
  }

  @ParameterizedTest
  @CsvSource({
    "pm_declined,card_declined",
    "pm_insufficient_funds,insufficient_funds",
    "pm_nobody_issued_this,card_declined"
  })
  void declinesAndWritesItDown(String token, String code) throws Exception {
    var answer = client.charge(key, chargeOf(order, 100, token));

    assertThat(answer.status()).isEqualTo(402);
    assertThat(answer.field("code")).isEqualTo(code);
    assertThat(Ledger.read(data).entries())
        .singleElement()
        .isInstanceOf(LedgerEntry.Declined.class);
  }

  @Test
  void answersASlowCardLate() throws Exception {
    var before = System.nanoTime();

    assertThat(client.charge(key, chargeOf(order, 1, "pm_slow")).status()).isEqualTo(200);

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Acquirer.SLOW);
  }

  @Test
  void chargesAndLeavesTheFirstCallerWithoutAnAnswer() throws Exception {
    var body = chargeOf(order, 1, "pm_charged_then_timeout");

    assertThatThrownBy(() -> client.post("/charges", key, body, IMPATIENT))
        .isInstanceOf(HttpTimeoutException.class);
    var again = client.charge(key, body);

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.replayed()).isTrue();
    assertThat(client.ledger().capturesOf(order)).hasSize(1);
  }

  @Test
  void isUnavailableOnceWithoutAnEffect() throws Exception {
    var body = chargeOf(order, 1, "pm_unavailable_once");

    assertThat(client.charge(key, body).status()).isEqualTo(503);
    assertThat(client.ledger().entries()).isEmpty();
    assertThat(client.charge(key, body).status()).isEqualTo(200);
    assertThat(client.ledger().capturesOf(order)).hasSize(1);
  }

  @Test
  void givesTheStoredAnswerToTheSameKey() throws Exception {
    var first = client.charge(key, chargeOf(order, 1, "pm_ok"));
    var again = client.charge(key, chargeOf(order, 1, "pm_ok"));
    var asked = client.get("/charges?key=" + key.replace("/", "%2F"));

    assertThat(again.text()).isEqualTo(first.text());
    assertThat(asked.text()).isEqualTo(first.text());
    assertThat(client.get("/charges?key=other").status()).isEqualTo(404);
    assertThat(client.ledger().capturesOf(order)).hasSize(1);
  }

  @Test
  void refusesAKeyThatIsReusedForSomethingElse() throws Exception {
    client.charge(key, chargeOf(order, 1, "pm_ok"));

    assertThat(client.charge(key, chargeOf(order, 2, "pm_ok")).status()).isEqualTo(422);
    assertThat(client.charge(key, chargeOf(order, 1, "pm_declined")).status()).isEqualTo(422);
    assertThat(client.ledger().entries()).hasSize(1);
  }

  @Test
  void chargesOnceWhenTwentyAskAtOnce() throws Exception {
    Callable<String> ask = () -> client.charge(key, chargeOf(order, 1, "pm_ok")).text();
    var asking = new ArrayList<Future<String>>();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int caller = 0; caller < 20; caller++) {
        asking.add(callers.submit(ask));
      }
    }

    assertThat(asking.stream().map(Future::resultNow).distinct()).hasSize(1);
    assertThat(client.ledger().capturesOf(order)).hasSize(1);
  }

  @Test
  void refundsOnceAndNeverMoreThanWasCaptured() throws Exception {
    var charge = client.charge(key, chargeOf(order, 100, "pm_ok")).field("chargeId");

    var refund = client.refund("r1", refundOf(order, 100, charge));
    assertThat(refund.status()).isEqualTo(200);
    assertThat(client.refund("r1", refundOf(order, 100, charge)).text()).isEqualTo(refund.text());
    assertThat(client.refund("r2", refundOf(order, 1, charge)).status()).isEqualTo(409);
    assertThat(client.refund("r3", refundOf(order, 1, "ch_none")).status()).isEqualTo(404);
    assertThat(client.ledger().heldOf(order)).isZero();
    assertThat(client.ledger().refundsOf(order)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "null",
        "{}",
        "[]",
        "{\"orderId\":\"1\"}",
      })
  void refusesWhatIsNoCharge(String body) throws Exception {
    assertThat(client.charge(key, body).status()).isEqualTo(400);
    assertThat(client.ledger().entries()).isEmpty();
  }

  @Test
  void refusesNegativeAmountsUnknownFieldsAndMissingKeys() throws Exception {
    var unknown = chargeOf(order, 1, "pm_ok").replace("orderId", "order");

    assertThat(client.charge(key, chargeOf(order, -1, "pm_ok")).status()).isEqualTo(400);
    assertThat(client.charge(key, unknown).status()).isEqualTo(400);
    assertThat(client.postWithoutKey("/charges", chargeOf(order, 1, "pm_ok")).status())
        .isEqualTo(400);
    assertThat(client.get("/nothing").status()).isEqualTo(404);
    assertThat(client.get("/health").status()).isEqualTo(200);
  }

  @Test
  void letsOnlyOneGatewayWriteALedger() {
    assertThatThrownBy(() -> GatewaySimulator.start(0, data))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("another gateway");
  }
}
