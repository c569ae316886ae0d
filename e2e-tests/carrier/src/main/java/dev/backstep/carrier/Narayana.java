package dev.backstep.carrier;

import io.narayana.lra.client.internal.proxy.nonjaxrs.LRAParticipantRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** What the library's extension would bring: all participants here are JAX-RS resources. */
@ApplicationScoped
class Narayana {
  @Produces
  @ApplicationScoped
  LRAParticipantRegistry participants() {
    return new LRAParticipantRegistry();
  }
}
