package dev.backstep.messaging.wiring;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** A consumer whose thread has died takes nothing in any more: only a restart helps. */
@Liveness
@Singleton
class ConsumersAlive implements HealthCheck {
  private final Consuming consuming;

  ConsumersAlive(Consuming consuming) {
    this.consuming = consuming;
  }

  @Override
  public HealthCheckResponse call() {
    var dead = consuming.dead();
    var response = HealthCheckResponse.named("consumers").status(dead.isEmpty());
    return dead.isEmpty()
        ? response.build()
        : response.withData("dead", String.join(", ", dead)).build();
  }
}
