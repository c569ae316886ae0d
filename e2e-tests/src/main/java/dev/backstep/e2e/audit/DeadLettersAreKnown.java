package dev.backstep.e2e.audit;

import dev.backstep.stack.layout.Part;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Section 6: what could not be applied was garbage, or its saga waits for an operator. */
final class DeadLettersAreKnown implements Invariant {
  private static final String REPLY = "/reply";

  private record Letter(String origin, String id, String detail, @Nullable String attended) {}

  @Override
  public String claim() {
    return "each dead letter is garbage that no service sent, or its saga was parked for a human";
  }

  /** Letters first: their records were on the topics before. */
  @Override
  public Finding check(Witnesses witnesses, Strength strength) throws SQLException {
    var letters = letters(witnesses);
    var published = witnesses.published();
    var evidence =
        letters.stream()
            .filter(letter -> letter.attended == null && !isGarbage(letter, published))
            .map(letter ->
                "%s at %s is a dead letter: %s".formatted(letter.id, letter.origin, letter.detail))
            .toList();
    return Finding.of(letters.size() + " dead letters", evidence);
  }

  /** Also a participant's answer to a command that no orchestrator sent. */
  private static boolean isGarbage(Letter letter, Published published) {
    return published.isForeignOrigin(letter.origin)
        || command(letter.id).filter(published::isForeignId).isPresent();
  }

  private static Optional<String> command(String id) {
    return id.endsWith(REPLY)
        ? Optional.of(id.substring(0, id.length() - REPLY.length()))
        : Optional.empty();
  }

  /** A letter is attended to when its saga is stuck, or somebody acted after it had come. */
  private static List<Letter> letters(Witnesses witnesses) throws SQLException {
    return Rows.of(
        witnesses.database(Part.SAGA_ORCHESTRATOR),
        """
        SELECT d.origin, d.message_id, d.detail,
               CASE WHEN d.replays > 0 THEN 'replayed'
                    WHEN d.discarded_at IS NOT NULL THEN 'discarded'
                    WHEN s.state IN ('STUCK', 'RESOLVED') THEN s.state
                    WHEN EXISTS (SELECT FROM saga_log l
                                  WHERE l.saga_id = s.id AND l.event ->> 'event' = 'operated' AND l.at >= d.arrived_at)
                    THEN 'operated' END
          FROM dead_letter d LEFT JOIN saga s ON s.id = d.saga_id
         ORDER BY d.arrived_at
        """,
        row -> new Letter(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
  }
}
