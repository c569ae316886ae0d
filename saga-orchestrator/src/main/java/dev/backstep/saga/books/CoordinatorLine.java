package dev.backstep.saga.books;

import dev.backstep.saga.lra.LraSight;
import java.util.Optional;

/** The coordinator of long running actions in one line; none where no coordinator is configured. */
final class CoordinatorLine {
  static final String TITLE = "LRA coordinator";

  private CoordinatorLine() {}

  static Optional<BookLine> of(LraSight.Health health) {
    return switch (health) {
      case NONE -> Optional.empty();
      case UNKNOWN -> Optional.of(line(Health.UNKNOWN, "it is being asked", "—"));
      case UP -> Optional.of(line(Health.HOLDS, "", "answers"));
      case AWAY ->
          Optional.of(line(Health.BROKEN, "no LRA begins or ends until it is back", "away"));
    };
  }

  private static BookLine line(Health health, String note, String value) {
    return new BookLine(health, TITLE, note, value);
  }
}
