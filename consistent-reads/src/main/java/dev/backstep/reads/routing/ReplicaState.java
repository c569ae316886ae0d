package dev.backstep.reads.routing;

import dev.backstep.reads.position.Position;
import java.time.Duration;

/** How a replica was when it was last looked at. */
public sealed interface ReplicaState {
  String name();

  /**
   * It answers and follows.
   *
   * @param delay how long ago the primary was where it is now
   * @param reading reads that it serves for us at this moment
   */
  record Following(String name, Position replayed, Duration delay, int reading)
      implements ReplicaState {}

  /** It does not answer, or is no replica any more. */
  record Away(String name) implements ReplicaState {}
}
