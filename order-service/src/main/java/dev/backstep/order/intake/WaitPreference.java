package dev.backstep.order.intake;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How long a client would rather wait than come back (RFC 7240).
 *
 * @param seconds 0 to {@value #LONGEST_SECONDS}
 */
record WaitPreference(int seconds) {
  /** Shorter than the patience of common proxies. */
  static final int LONGEST_SECONDS = 30;

  static final String HEADER = "Prefer";
  static final String APPLIED_HEADER = "Preference-Applied";

  private static final Pattern WAIT = Pattern.compile("wait\\s*=\\s*\"?(\\d{1,9})\"?");

  /** The first {@code wait} of all Prefer headers; one that cannot be understood is ignored. */
  static Optional<WaitPreference> parse(List<String> headers) {
    return headers.stream()
        .flatMap(header -> Pattern.compile("[,;]").splitAsStream(header))
        .map(preference -> WAIT.matcher(preference.strip().toLowerCase(Locale.ROOT)))
        .filter(matcher -> matcher.matches())
        .map(matcher -> Integer.parseInt(matcher.group(1)))
        .map(seconds -> new WaitPreference(Math.min(seconds, LONGEST_SECONDS)))
        .findFirst();
  }

  Duration patience() {
    return Duration.ofSeconds(seconds);
  }

  /** The value of Preference-Applied. */
  String applied() {
    return "wait=" + seconds;
  }
}
