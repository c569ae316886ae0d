package dev.backstep.reads.routing;

import dev.backstep.reads.position.Position;
import java.time.Instant;

/** What Redis says of a customer. */
public sealed interface Remembered {
  /**
   * He must see at least this.
   *
   * @param wroteAt when he, or the saga for him, last wrote; the epoch if that is not known
   */
  record Mark(Position position, Instant wroteAt) implements Remembered {}

  /** Nothing: he was not here for minutes, or Redis lost its memory. Which one, nobody knows. */
  record Nothing() implements Remembered {}

  /** It did not answer in time. */
  record Away() implements Remembered {}
}
