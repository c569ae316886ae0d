package dev.backstep.saga.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How people sign in to the console. */
@ConfigMapping(prefix = "backstep.console")
interface SessionSettings {
  /** How long a session lasts, whatever happens: a working day. */
  @WithDefault("8h")
  Duration session();

  /** Shown beside the name of the console, so that nobody mistakes one system for another. */
  @WithDefault("production")
  String environment();

  /** For profile local alone; see {@link PasswordLogin}. */
  Password password();

  /** Generated passwords of the local stack. */
  interface Password {
    /** Of the user operator. */
    Optional<String> operator();

    /** Of the user viewer. */
    Optional<String> viewer();
  }
}
