package dev.backstep.payment.gateway;

import dev.backstep.payment.GatewayAnswer;
import dev.backstep.payment.GatewayAnswer.NotAsked;
import dev.backstep.payment.GatewayAnswer.Silence;
import dev.backstep.payment.Payment;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/** Spares a gateway that does not answer: after much silence it is not asked for a while. */
public final class Circuit implements Gateway {
  private static final Logger LOG = Logger.getLogger(Circuit.class);

  private final Gateway gateway;
  private final TypedGuard<GatewayAnswer> guard;
  private volatile CircuitBreakerState state = CircuitBreakerState.CLOSED;

  Circuit(Gateway gateway, GatewayConfig.Circuit config) {
    this.gateway = gateway;
    this.guard =
        TypedGuard.create(GatewayAnswer.class)
            .withCircuitBreaker()
            .requestVolumeThreshold(config.window())
            .failureRatio(config.failureRatio())
            .delay(config.pause().toMillis(), ChronoUnit.MILLIS)
            .successThreshold(config.probes())
            .failOn(Unanswered.class)
            .onStateChange(this::moved)
            .done()
            .build();
  }

  @Override
  public GatewayAnswer ask(Payment payment) {
    try {
      return guard.get(() -> answered(payment));
    } catch (Unanswered unanswered) {
      return unanswered.silence;
    } catch (CircuitBreakerOpenException _) {
      return new NotAsked();
    }
  }

  /** Whether a question would most likely not be asked. It closes only by being asked. */
  public boolean isOpen() {
    return state == CircuitBreakerState.OPEN;
  }

  /** 0 closed, 1 half-open, 2 open. */
  int level() {
    return switch (state) {
      case CLOSED -> 0;
      case HALF_OPEN -> 1;
      case OPEN -> 2;
    };
  }

  private void moved(CircuitBreakerState next) {
    LOG.infof("The circuit to the payment gateway is %s.", next);
    state = next;
  }

  private GatewayAnswer answered(Payment payment) {
    var answer = gateway.ask(payment);
    if (answer instanceof Silence silence) {
      throw new Unanswered(silence);
    }
    return answer;
  }

  /** Silence, in the only form that the breaker counts. It never leaves this class. */
  private static final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Silence silence;

    Unanswered(Silence silence) {
      super(silence.why(), null, false, false);
      this.silence = silence;
    }
  }
}
