package dev.backstep.e2e.dashboard;

import dev.backstep.e2e.Backstep;
import dev.backstep.stack.layout.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * An orchestrator whose sagas are stuck after seconds instead of minutes, for the tests of one
 * class. It reads these settings from a file in the directory that it runs in.
 */
final class Impatient implements BeforeAllCallback, AfterAllCallback {
  private static final String SETTINGS =
      """
      BACKSTEP_SAGA_ATTEMPT=2s
      BACKSTEP_SAGA_STEP=3s
      BACKSTEP_SAGA_FIRST_PAUSE=200ms
      BACKSTEP_SAGA_LONGEST_PAUSE=400ms
      BACKSTEP_SAGA_UNDO_ATTEMPTS=2
      BACKSTEP_SAGA_SLOW_RETRY=1h
      """;

  private boolean began;

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    Files.writeString(file(), SETTINGS);
    began = true;
    restart();
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    if (began) {
      Files.deleteIfExists(file());
      restart();
    }
  }

  private static Path file() {
    return Backstep.stack().processes().layout().directory().path().resolve(".env");
  }

  private static void restart() {
    Backstep.stack().stop(Part.SAGA_ORCHESTRATOR);
    Backstep.stack().start(Part.SAGA_ORCHESTRATOR);
  }
}
