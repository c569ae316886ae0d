package dev.backstep.lra.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Which URLs the coordinator may be sent to. It calls whatever a participant registers, so what is
 * not on the list could be anything that this machine reaches.
 */
@ApplicationScoped
class Callbacks {
  private static final List<String> HIDDEN = List.of("%2e", "%2f", "%5c");

  private final List<String> prefixes;

  @Inject
  Callbacks(GuardConfig config) {
    this(config.callbacks());
  }

  Callbacks(List<String> prefixes) {
    for (var prefix : prefixes) {
      if (!isPrefix(prefix)) {
        throw new IllegalArgumentException(
            "a prefix of callbacks is http(s)://host:port/ and ends with a slash: " + prefix);
      }
    }
    this.prefixes = List.copyOf(prefixes);
  }

  /** An authority that goes on after the prefix would be another host. */
  private static boolean isPrefix(String prefix) {
    return prefix.matches("https?://[A-Za-z0-9.:\\[\\]-]+/(.*/)?");
  }

  /** Of a link header, or of one bare URL, as the coordinator reads it. */
  boolean allow(String links) {
    return links.startsWith("<")
        ? Stream.of(links.split(",", -1)).allMatch(this::allowLink)
        : allowUrl(links);
  }

  private boolean allowLink(String link) {
    var text = link.strip();
    int end = text.indexOf('>');
    return text.startsWith("<")
        && end > 0
        && text.lastIndexOf('>') == end
        && text.lastIndexOf('<') == 0
        && allowUrl(text.substring(1, end));
  }

  private boolean allowUrl(String url) {
    try {
      var path = new URI(url).getRawPath();
      return path != null
          && prefixes.stream().anyMatch(url::startsWith)
          && Stream.of(path.split("/", -1)).noneMatch(part -> part.equals("..") || part.equals("."))
          && HIDDEN.stream().noneMatch(path.toLowerCase(Locale.ROOT)::contains);
    } catch (URISyntaxException _) {
      return false;
    }
  }
}
