package dev.backstep.e2e.audit;

import java.util.List;

/** What an invariant came to. */
public sealed interface Finding {
  /** Enough to see the pattern; a broken system may have millions of cases. */
  int MAX_EVIDENCE = 20;

  /**
   * Nothing speaks against it.
   *
   * @param figures what was counted
   */
  record Holds(String figures) implements Finding {}

  /**
   * Something does.
   *
   * @param cases how many there are
   * @param evidence the first {@value #MAX_EVIDENCE} of them, a sentence each
   */
  record Broken(long cases, List<String> evidence) implements Finding {
    /** Takes a copy. */
    public Broken {
      evidence = evidence.stream().limit(MAX_EVIDENCE).toList();
    }
  }

  /** Broken if there is any evidence. */
  static Finding of(String figures, List<String> evidence) {
    return evidence.isEmpty() ? new Holds(figures) : new Broken(evidence.size(), evidence);
  }
}
