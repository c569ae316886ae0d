package dev.backstep.messaging.intake;

import dev.backstep.contracts.Headers;
import dev.backstep.contracts.Topics;
import dev.backstep.messaging.outbox.Outbox;
import dev.backstep.messaging.outbox.Outgoing;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.wire.Received;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts dead letters on {@code <topic>.dlq} through the outbox, as they came, with the reason in
 * headers.
 */
public final class DeadLetters {
  private static final String UNKNOWN = "unknown";

  // Headers that the publisher writes by itself.
  private static final Set<String> OWN_HEADERS =
      Set.of(
          Headers.ID,
          Headers.TYPE,
          Headers.SOURCE,
          Headers.TIME,
          Headers.SUBJECT,
          Headers.SPEC_VERSION,
          Headers.CONTENT_TYPE,
          Headers.TRACEPARENT);

  private final Outbox outbox;
  private final String service;
  private final Consumer<DeadLetter> counter;

  /**
   * Writes to that outbox.
   *
   * @param service who could not apply them
   * @param counter told of each letter, before the commit
   */
  public DeadLetters(Outbox outbox, String service, Consumer<DeadLetter> counter) {
    this.outbox = outbox;
    this.service = service;
    this.counter = counter;
  }

  /** They leave if and only if the transaction commits. */
  public void append(Transaction tx, List<DeadLetter> letters) throws SQLException {
    outbox.append(tx, letters.stream().map(this::outgoing).toList());
    letters.forEach(counter);
  }

  private Outgoing outgoing(DeadLetter letter) {
    var received = letter.received();
    return new Outgoing(
        Topics.deadLettersOf(received.topic()),
        orElse(received.key(), received.origin()),
        orElse(received.id(), received.origin()),
        orElse(received.type(), UNKNOWN),
        orElse(received.headers().get(Headers.SUBJECT), UNKNOWN),
        received.body(),
        received.traceparent(),
        headers(letter));
  }

  private Map<String, String> headers(DeadLetter letter) {
    Received received = letter.received();
    var headers = new HashMap<>(received.headers());
    headers.keySet().removeAll(OWN_HEADERS);
    headers.put(Headers.DEAD_CAUSE, letter.cause().name());
    headers.put(Headers.DEAD_DETAIL, letter.detail());
    headers.put(Headers.DEAD_ORIGIN, received.origin());
    headers.put(Headers.DEAD_SERVICE, service);
    headers.replaceAll((_, value) -> storable(value));
    return headers;
  }

  private static String orElse(@Nullable String value, String otherwise) {
    return value == null || value.isEmpty() ? otherwise : storable(value);
  }

  /** PostgreSQL keeps no NUL in a text. */
  private static String storable(String text) {
    return text.replace('\u0000', '\uFFFD');
  }
}
