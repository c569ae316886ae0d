package dev.backstep.payment.work;

import dev.backstep.messaging.trace.Happening;
import dev.backstep.messaging.trace.Traces;
import dev.backstep.payment.GatewayAnswer;
import dev.backstep.payment.Payment;
import dev.backstep.payment.gateway.Gateway;
import java.time.InstantSource;
import java.util.Locale;

/** Tells the trace of the order what the gateway was asked, and what it said. */
final class TracedGateway implements Gateway {
  private final Gateway gateway;
  private final Traces traces;
  private final InstantSource time;

  TracedGateway(Gateway gateway, Traces traces, InstantSource time) {
    this.gateway = gateway;
    this.traces = traces;
    this.time = time;
  }

  @Override
  public GatewayAnswer ask(Payment payment) {
    var began = time.instant();
    var answer = gateway.ask(payment);
    if (Traces.isSampled(payment.traceparent())) {
      var question = payment.state().question().name().toLowerCase(Locale.ROOT);
      traces.tell(
          payment.traceparent(),
          Happening.asked(
              "ask gateway: " + question,
              began,
              time.instant(),
              answer.getClass().getSimpleName().toLowerCase(Locale.ROOT)));
    }
    return answer;
  }
}
