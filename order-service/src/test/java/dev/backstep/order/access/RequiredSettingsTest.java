package dev.backstep.order.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequiredSettingsTest {
  private static final Optional<String> GIVEN = Optional.of("https://tokens.example");

  @Test
  void startWithAnIssuerAndAKey() {
    assertThatCode(() -> start(GIVEN, GIVEN, Optional.empty())).doesNotThrowAnyException();
    assertThatCode(() -> start(GIVEN, Optional.empty(), GIVEN)).doesNotThrowAnyException();
  }

  @Test
  void refuseToStartWithoutAnIssuer() {
    assertThatThrownBy(() -> start(Optional.empty(), GIVEN, GIVEN))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("mp.jwt.verify.issuer");
  }

  @Test
  void refuseToStartWithoutAKey() {
    assertThatThrownBy(() -> start(GIVEN, Optional.empty(), Optional.of("NONE")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("mp.jwt.verify.publickey.location");
  }

  private static void start(
      Optional<String> issuer, Optional<String> location, Optional<String> key) {
    new RequiredSettings(issuer, location, key).onStart(new StartupEvent());
  }
}
