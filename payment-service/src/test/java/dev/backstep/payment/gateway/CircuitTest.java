package dev.backstep.payment.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Direction;
import dev.backstep.contracts.value.Money;
import dev.backstep.payment.GatewayAnswer;
import dev.backstep.payment.GatewayAnswer.Charged;
import dev.backstep.payment.GatewayAnswer.NotAsked;
import dev.backstep.payment.GatewayAnswer.Silence;
import dev.backstep.payment.Payment;
import dev.backstep.payment.PaymentState;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CircuitTest {
  private static final int WINDOW = 4;

  private final AtomicInteger asked = new AtomicInteger();
  private volatile GatewayAnswer answer = new Charged("ch_1");
  private final Circuit circuit = new Circuit(_ -> ask(), new Settings());

  private record Settings() implements GatewayConfig.Circuit {
    @Override
    public int window() {
      return WINDOW;
    }

    @Override
    public double failureRatio() {
      return 0.5;
    }

    @Override
    public Duration pause() {
      return Duration.ofMillis(300);
    }

    @Override
    public int probes() {
      return 1;
    }
  }

  @Test
  void passesAnswersOn() {
    assertThat(circuit.ask(payment())).isEqualTo(answer);
    assertThat(circuit.isOpen()).isFalse();
  }

  @Test
  void stopsAskingAfterMuchSilence() {
    openWithSilence();

    assertThat(circuit.isOpen()).isTrue();
    assertThat(circuit.ask(payment())).isEqualTo(new NotAsked());
    assertThat(asked).hasValue(WINDOW);
  }

  @Test
  void asksAgainAfterAPauseAndClosesWithTheFirstAnswer() {
    openWithSilence();
    answer = new Charged("ch_2");

    await().until(() -> circuit.ask(payment()).equals(answer));

    assertThat(circuit.isOpen()).isFalse();
    assertThat(circuit.ask(payment())).isEqualTo(answer);
  }

  private void openWithSilence() {
    answer = new Silence("no answer");
    for (int i = 0; i < WINDOW; i++) {
      assertThat(circuit.ask(payment())).isEqualTo(answer);
    }
  }

  private GatewayAnswer ask() {
    asked.incrementAndGet();
    return answer;
  }

  private static Payment payment() {
    return new Payment(
        UUID.randomUUID(),
        new CommandId(UUID.randomUUID(), "payment", Direction.DO),
        Money.euroCents(100),
        PaymentState.PROCESSING,
        null,
        null,
        0,
        null);
  }
}
