package dev.backstep.reads;

import dev.backstep.reads.routing.Reason;
import java.time.Duration;

/** Counts what readers were given. */
public interface ReadsListener {
  /** A replica answered. */
  void fromReplica(String replica);

  /** The primary answered. */
  void fromPrimary(Reason reason);

  /** A read waited for a replica, in vain or not. */
  void waited(Duration time, boolean arrived);

  /** Nobody counts. */
  static ReadsListener none() {
    return new ReadsListener() {
      @Override
      public void fromReplica(String replica) {}

      @Override
      public void fromPrimary(Reason reason) {}

      @Override
      public void waited(Duration time, boolean arrived) {}
    };
  }
}
