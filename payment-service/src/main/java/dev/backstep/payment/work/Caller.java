package dev.backstep.payment.work;

import dev.backstep.payment.GatewayAnswer.Silence;
import dev.backstep.payment.gateway.Gateway;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/** Asks the gateway, one question after the other. As many of these run as the bulkhead is wide. */
final class Caller implements Runnable {
  private static final Logger LOG = Logger.getLogger(Caller.class);

  private final Queues queues;
  private final Gateway gateway;
  private final Duration timeout;
  private final LongSupplier nanoClock;
  private final AtomicInteger inFlight;

  Caller(
      Queues queues,
      Gateway gateway,
      Duration timeout,
      LongSupplier nanoClock,
      AtomicInteger inFlight) {
    this.queues = queues;
    this.gateway = gateway;
    this.timeout = timeout;
    this.nanoClock = nanoClock;
    this.inFlight = inFlight;
  }

  @Override
  public void run() {
    try {
      while (true) {
        runOnce();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  void runOnce() throws InterruptedException {
    var claim = queues.nextClaim();
    if (!claim.covers(timeout, nanoClock.getAsLong())) {
      return; // It waited too long: by now it may be another's, and the sweeper will find it.
    }
    inFlight.incrementAndGet();
    try {
      var answer = gateway.ask(claim.payment());
      if (answer instanceof Silence(var why)) {
        LOG.infof("Silence about order %s: %s. It is asked again.", orderId(claim), why);
      }
      queues.put(new Answered(claim.payment(), claim.epoch(), answer));
    } catch (RuntimeException e) {
      LOG.errorf(e, "The question about %s failed; it is asked again.", orderId(claim));
    } finally {
      inFlight.decrementAndGet();
    }
  }

  private static UUID orderId(Claim claim) {
    return claim.payment().orderId();
  }
}
