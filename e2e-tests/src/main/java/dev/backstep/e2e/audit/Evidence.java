package dev.backstep.e2e.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What speaks against a claim: how often, and the first of it in words. */
final class Evidence {
  private final List<String> first = new ArrayList<>();
  private long cases;

  /** One case more; put into words if it is among the first. */
  void add(Supplier<String> sentence) {
    cases++;
    if (first.size() < Finding.MAX_EVIDENCE) {
      first.add(sentence.get());
    }
  }

  /** Broken if there is any. */
  Finding finding(String figures) {
    return cases == 0 ? new Finding.Holds(figures) : new Finding.Broken(cases, first);
  }
}
