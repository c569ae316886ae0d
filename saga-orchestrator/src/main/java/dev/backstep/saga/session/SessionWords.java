package dev.backstep.saga.session;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells the login page how one signs in here. */
@Singleton
class SessionWords {
  private final SessionSettings settings;
  private final PasswordLogin passwords;
  private final InstantSource time;
  private final String instance;

  SessionWords(
      SessionSettings settings,
      PasswordLogin passwords,
      InstantSource time,
      @ConfigProperty(name = "backstep.instance", defaultValue = "saga-orchestrator")
          String instance) {
    this.settings = settings;
    this.passwords = passwords;
    this.time = time;
    this.instance = instance;
  }

  SessionView of(Optional<ConsoleUser> user) {
    return new SessionView(
        user.map(it -> new SessionView.User(it.name(), it.role())).orElse(null),
        user.map(ConsoleUser::expiresAt).orElse(null),
        login(),
        settings.environment(),
        instance,
        time.instant());
  }

  private SessionView.Login login() {
    return passwords.isOffered()
        ? new SessionView.Login("password", null)
        : new SessionView.Login("oidc", OidcLogin.PATH);
  }
}
