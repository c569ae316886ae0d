package dev.backstep.rest.start;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something that a service must be told before it starts.
 *
 * @param meaning what it is, in a few words for whoever has to set it
 * @param names the settings that can say it; one is enough, the first is the usual one
 */
public record RequiredSetting(String meaning, List<String> names) {
  /** What the JWT extension says when nothing was said. */
  private static final String NOTHING = "NONE";

  /** One that any of these settings can say. */
  public static RequiredSetting of(String meaning, String... names) {
    return new RequiredSetting(meaning, List.of(names));
  }

  boolean isMissingIn(Function<String, Optional<String>> settings) {
    return names.stream().map(settings).flatMap(Optional::stream).noneMatch(RequiredSetting::says);
  }

  private static boolean says(String value) {
    return !value.isBlank() && !value.equals(NOTHING);
  }

  @Override
  public String toString() {
    return names.getFirst() + " (" + meaning + ")";
  }
}
