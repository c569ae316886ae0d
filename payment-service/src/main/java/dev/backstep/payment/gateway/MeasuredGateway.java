package dev.backstep.payment.gateway;

import dev.backstep.payment.GatewayAnswer;
import dev.backstep.payment.Payment;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;

/** Tells how long the gateway takes, and what it says. */
final class MeasuredGateway implements Gateway {
  private final Gateway gateway;
  private final MeterRegistry registry;

  MeasuredGateway(Gateway gateway, MeterRegistry registry) {
    this.gateway = gateway;
    this.registry = registry;
  }

  @Override
  public GatewayAnswer ask(Payment payment) {
    var sample = Timer.start(registry);
    var answer = gateway.ask(payment);
    sample.stop(
        Timer.builder("backstep.gateway.answers")
            .tag("question", payment.state().question().name().toLowerCase(Locale.ROOT))
            .tag("answer", answer.getClass().getSimpleName().toLowerCase(Locale.ROOT))
            .publishPercentileHistogram()
            .register(registry));
    return answer;
  }
}
