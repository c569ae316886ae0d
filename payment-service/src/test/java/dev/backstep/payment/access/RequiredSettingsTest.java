package dev.backstep.payment.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequiredSettingsTest {
  private static final Optional<String> ISSUER = Optional.of("https://issuer.example");
  private static final Optional<String> KEY = Optional.of("key");
  private static final Optional<String> NONE = Optional.of("NONE");

  @Test
  void startsWithAnIssuerAndAKeyOrItsPlace() {
    assertThatCode(() -> start(ISSUER, KEY, NONE)).doesNotThrowAnyException();
    assertThatCode(() -> start(ISSUER, Optional.empty(), KEY)).doesNotThrowAnyException();
    assertThatCode(() -> start(ISSUER, NONE, KEY)).doesNotThrowAnyException();
  }

  @Test
  void refusesToStartWithoutAnIssuer() {
    for (var missing : new Optional<?>[] {Optional.empty(), NONE, Optional.of(" ")}) {
      assertThatThrownBy(() -> start(missing.map(String.class::cast), KEY, Optional.empty()))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("mp.jwt.verify.issuer");
    }
  }

  @Test
  void refusesToStartWithoutAKey() {
    assertThatThrownBy(() -> start(ISSUER, Optional.empty(), NONE))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("mp.jwt.verify.publickey.location");
  }

  private static void start(
      Optional<String> issuer, Optional<String> location, Optional<String> key) {
    new RequiredSettings(issuer, location, key).onStart(new StartupEvent());
  }
}
