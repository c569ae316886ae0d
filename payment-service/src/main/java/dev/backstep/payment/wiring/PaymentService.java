package dev.backstep.payment.wiring;

import dev.backstep.rest.start.RequiredSetting;
import dev.backstep.rest.start.ServiceStart;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The process. */
@QuarkusMain
public final class PaymentService {
  private PaymentService() {}

  public static void main(String... args) {
    ServiceStart.run(
        args, RequiredSetting.of("where the payment gateway answers", "backstep.gateway.url"));
  }
}
