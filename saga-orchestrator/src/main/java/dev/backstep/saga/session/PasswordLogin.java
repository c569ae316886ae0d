package dev.backstep.saga.session;

import dev.backstep.rest.access.Roles;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/**
 * The users operator and viewer with the passwords that the local stack made. Outside the profile
 * local such passwords are refused: there one signs in by OIDC.
 */
@Singleton
class PasswordLogin {
  private static final List<String> PROFILES = List.of("local", "test", "dev");

  private static final int BEFORE_EVERYTHING = 1;

  private final SessionSettings.Password passwords;

  PasswordLogin(SessionSettings settings) {
    this.passwords = settings.password();
  }

  void onStart(@Observes @Priority(BEFORE_EVERYTHING) StartupEvent event) {
    if (isOffered() && PROFILES.stream().noneMatch(ConfigUtils::isProfileActive)) {
      throw new ConfigurationException(
          "backstep.console.password.* is for the profile local alone; configure quarkus.oidc.");
    }
  }

  boolean isOffered() {
    return passwords.operator().isPresent() || passwords.viewer().isPresent();
  }

  /** The role of that user; empty when name or password is wrong. */
  Optional<String> roleOf(String user, String password) {
    return switch (user) {
      case Roles.OPERATOR -> matching(passwords.operator(), password, Roles.OPERATOR);
      case Roles.VIEWER -> matching(passwords.viewer(), password, Roles.VIEWER);
      default -> Optional.empty();
    };
  }

  private static Optional<String> matching(Optional<String> wanted, String given, String role) {
    return wanted.filter(it -> MessageDigest.isEqual(bytes(it), bytes(given))).map(_ -> role);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
