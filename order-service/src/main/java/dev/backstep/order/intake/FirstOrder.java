package dev.backstep.order.intake;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/**
 * Makes and loads what the first order needs before the port opens. Otherwise it is made on the
 * thread that answers everybody, while orders queue behind the first: on a busy machine for
 * seconds.
 */
@Startup
@Singleton
class FirstOrder {
  private static final byte[] NOTHING = {'{', '}'};

  FirstOrder(PlaceOrderResource door) {
    var _ = BodyReader.read(NOTHING);
  }
}
