package dev.backstep.inventory.access;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start a service that could not tell a good token from a bad one. */
@Singleton
class RequiredSettings {
  static final String ISSUER = "mp.jwt.verify.issuer";
  static final String KEY_LOCATION = "mp.jwt.verify.publickey.location";
  static final String KEY = "mp.jwt.verify.publickey";

  /** What the JWT extension says when nothing was said. */
  private static final String NOTHING = "NONE";

  private static final int BEFORE_EVERYTHING = 1;

  private final Optional<String> issuer;
  private final Optional<String> keyLocation;
  private final Optional<String> key;

  RequiredSettings(
      @ConfigProperty(name = ISSUER) Optional<String> issuer,
      @ConfigProperty(name = KEY_LOCATION) Optional<String> keyLocation,
      @ConfigProperty(name = KEY) Optional<String> key) {
    this.issuer = issuer;
    this.keyLocation = keyLocation;
    this.key = key;
  }

  void onStart(@Observes @Priority(BEFORE_EVERYTHING) StartupEvent event) {
    if (issuer.filter(RequiredSettings::says).isEmpty()) {
      throw new ConfigurationException("Set " + ISSUER + ": whose tokens this service accepts.");
    }
    if (keyLocation
        .filter(RequiredSettings::says)
        .or(() -> key)
        .filter(RequiredSettings::says)
        .isEmpty()) {
      throw new ConfigurationException(
          "Set " + KEY_LOCATION + ": the public key that tokens are signed with.");
    }
  }

  private static boolean says(String value) {
    return !value.isBlank() && !value.equals(NOTHING);
  }
}
