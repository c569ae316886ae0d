package dev.backstep.reads.routing;

/** How reads are kept from lying. All are in use somewhere; the benchmark shows what each costs. */
public enum Strategy {
  /** Every read goes to the primary. */
  LEADER_ONLY,
  /**
   * A customer reads from the primary for a while after a write of his, then from any replica:
   * right only as long as no replica is further behind than that.
   */
  TIME_WINDOW,
  /**
   * A replica must have replayed the customer's last write as Redis remembers it. Reads of two
   * replicas may go backwards, for a reader carries nothing.
   */
  LSN,
  /** A replica must have replayed what the client's token names, and what Redis remembers. */
  TOKEN
}
