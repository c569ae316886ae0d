package dev.backstep.messaging.intake;

import dev.backstep.messaging.wire.Received;
import java.util.List;

/** What one poll of a channel brought, in order per key. */
public record Poll(List<Received> records) {
  /** Keeps a copy. */
  public Poll {
    records = List.copyOf(records);
  }
}
