package dev.backstep.reads.routing;

import java.util.Locale;

/** Why the primary answers. */
public enum Reason {
  /** The reader decides something, so nothing but the truth will do. */
  DECIDES,
  /** The strategy knows no other server. */
  LEADER_ONLY,
  /** There is none in the configuration. */
  NO_REPLICA,
  /** None answers, or those that do are replicas no longer. */
  REPLICA_AWAY,
  /** None has replayed enough, or will in a moment. */
  REPLICA_BEHIND,
  /** One was about to arrive and did not. */
  WAIT_OVER,
  /** What must be seen is on another timeline: there was a failover. */
  OTHER_TIMELINE,
  /** Redis knows nothing of the customer; it may have forgotten. */
  NOTHING_REMEMBERED,
  /** Redis does not answer, or did not a moment ago. */
  MEMORY_AWAY,
  /** The customer wrote within the window. */
  RECENT_WRITE,
  /** The token was not sealed here for this customer. */
  UNREADABLE_TOKEN;

  /** As metrics and people read it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
