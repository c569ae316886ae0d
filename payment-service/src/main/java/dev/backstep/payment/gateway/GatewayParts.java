package dev.backstep.payment.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** HTTP, measured, behind a circuit breaker. */
@Singleton
class GatewayParts {
  @Produces
  @Singleton
  HttpGateway http(GatewayConfig config) {
    return new HttpGateway(config);
  }

  void close(@Disposes HttpGateway http) {
    http.close();
  }

  @Produces
  @Singleton
  Circuit circuit(HttpGateway http, GatewayConfig config, MeterRegistry registry) {
    var circuit = new Circuit(new MeasuredGateway(http, registry), config.circuit());
    registry.gauge("backstep.gateway.circuit", circuit, Circuit::level);
    return circuit;
  }
}
