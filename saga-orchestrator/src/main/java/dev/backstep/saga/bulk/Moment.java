package dev.backstep.saga.bulk;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/** What is new about each act: its time and its id. */
@Singleton
class Moment {
  private final InstantSource time;
  private final Supplier<UUID> ids;

  Moment(InstantSource time, Supplier<UUID> ids) {
    this.time = time;
    this.ids = ids;
  }

  Instant now() {
    return time.instant();
  }

  UUID id() {
    return ids.get();
  }
}
