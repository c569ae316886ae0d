package dev.backstep.e2e.dashboard;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.backstep.e2e.Backstep;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The browser of these tests: the system's own Chromium, started once. Where there is none, the
 * tests are skipped, and say so.
 */
final class Chromium implements BeforeAllCallback {
  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"),
          Path.of("/usr/bin/google-chrome"),
          Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));

  private static @Nullable Browser browser;

  @Override
  public void beforeAll(ExtensionContext context) {
    assumeTrue(
        installed().isPresent(),
        "No Chromium here, so the console is not tested: apt-get install chromium");
  }

  private static Optional<Path> installed() {
    return PLACES.stream().filter(Files::isExecutable).findFirst();
  }

  /** Started by whoever asks first; stopped with the JVM. */
  static synchronized Browser browser() {
    var running = browser;
    if (running == null) {
      running = launch();
      browser = running;
    }
    return running;
  }

  private static Browser launch() {
    var playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    PlaywrightAssertions.setDefaultAssertionTimeout((double) Backstep.SOON.toMillis());
    Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "stop browser"));
    return playwright
        .chromium()
        .launch(new BrowserType.LaunchOptions().setExecutablePath(installed().orElseThrow()));
  }
}
