package dev.backstep.e2e.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import dev.backstep.e2e.Backstep;
import dev.backstep.stack.layout.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Somebody before the console, with a browser profile of their own for each test. What the browser
 * complains of on its own console fails the test, unless the test has brought it about.
 */
final class Visitor implements BeforeEachCallback, AfterEachCallback {
  static final int WIDE = 1440;
  static final int NARROW = 390;
  static final int HUGE = 3840;

  private static final int HEIGHT = 900;
  private static final Path PICTURES = Path.of("target", "screenshots");

  private final @Nullable String user;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> tolerated = new ArrayList<>();
  private @Nullable BrowserContext context;
  private @Nullable Page page;

  private Visitor(@Nullable String user) {
    this.user = user;
  }

  static Visitor operator() {
    return new Visitor("operator");
  }

  static Visitor viewer() {
    return new Visitor("viewer");
  }

  static Visitor stranger() {
    return new Visitor(null);
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    var fresh =
        Chromium.browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL(Backstep.url(Part.SAGA_ORCHESTRATOR))
                    .setViewportSize(WIDE, HEIGHT)
                    .setLocale("en-GB")
                    .setTimezoneId("Europe/Berlin"));
    fresh.setDefaultTimeout((double) Backstep.SOON.toMillis());
    context = fresh;
    page = newPage();
    if (user != null) {
      signIn(fresh, user);
    }
  }

  private static void signIn(BrowserContext fresh, String user) {
    var origin = Backstep.url(Part.SAGA_ORCHESTRATOR).replaceAll("/$", "");
    var answer =
        fresh
            .request()
            .post(
                "/api/session",
                RequestOptions.create()
                    .setHeader("X-Backstep-Console", "1")
                    .setHeader("Origin", origin)
                    .setData(
                        Map.of("user", user, "password", Backstep.stack().consolePassword(user))));
    assertThat(answer.status()).isEqualTo(200);
  }

  /** Another tab of the same browser. */
  Page newPage() {
    var fresh = context().newPage();
    fresh.onConsoleMessage(message -> {
      if ("error".equals(message.type())) {
        complaints.add(message.text());
      }
    });
    fresh.onPageError(complaints::add);
    return fresh;
  }

  BrowserContext context() {
    return Objects.requireNonNull(context, "no test runs");
  }

  Page page() {
    return Objects.requireNonNull(page, "no test runs");
  }

  /** Goes to that address and waits until the page is live. */
  Page open(String address) {
    page().navigate(address);
    isLive(page());
    return page();
  }

  static void isLive(Page page) {
    assertThat(page.locator("live-light [role=status]")).hasText("Live");
  }

  /** A complaint that the test brings about, such as of an answer 409. */
  void tolerate(String part) {
    tolerated.add(part);
  }

  Locator button(String name) {
    return page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  /** Kept with the build's output, for people to look at. */
  void picture(String name) {
    page()
        .screenshot(
            new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
  }

  /** On a screen of that many pixels nothing is cut off or has to be pushed aside. */
  void fits(int width) {
    page().setViewportSize(width, HEIGHT);
    var root = "document.documentElement";
    assertThat(page().evaluate("() => %s.scrollWidth - %s.clientWidth".formatted(root, root)))
        .as("%s at %d px is wider than the screen by", page().url(), width)
        .isEqualTo(0);
  }

  void theme(ColorScheme scheme) {
    page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
  }

  @Override
  public void afterEach(ExtensionContext test) {
    if (test.getExecutionException().isPresent()) {
      picture("failed-" + test.getRequiredTestMethod().getName());
    }
    context().close();
    assertThat(complaints)
        .filteredOn(each -> tolerated.stream().noneMatch(each::contains))
        .as("what the browser complains of")
        .isEmpty();
  }
}
