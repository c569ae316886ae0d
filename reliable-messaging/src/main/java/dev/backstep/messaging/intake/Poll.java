package dev.backstep.messaging.intake;

import dev.backstep.messaging.wire.Received;
import java.util.List;

/**
 * What one poll of a topic brought, in order per key. The parameter type of every {@code @Incoming}
 * method.
 */
public record Poll(List<Received> records) {
  /** Keeps a copy. */
  public Poll {
    records = List.copyOf(records);
  }
}
