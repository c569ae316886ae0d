package dev.backstep.e2e.torture;

import dev.backstep.e2e.audit.AuditReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What came of one fault.
 *
 * @param happened whether the fault really hit
 * @param recovery from the end of the fault until nothing moved any more
 * @param moving what still moved when patience was over
 * @param polled what was broken while the fault lasted
 * @param strict the audit at rest
 * @param complaints of shoppers who waited too long or were told nothing clear
 * @param stalls what processes that answered slowly were doing then
 */
record RoundResult(
    String fault,
    boolean happened,
    Duration recovery,
    List<String> moving,
    List<String> polled,
    AuditReport strict,
    List<String> complaints,
    List<String> stalls) {
  /** Of hundreds of complaints about one fault nobody reads more. */
  private static final int SHOWN = 10;

  /** Everything that must not be. */
  List<String> violations() {
    var all = new ArrayList<String>();
    moving.forEach(each -> all.add("not at rest: " + each));
    polled.forEach(each -> all.add("meanwhile: " + each));
    strict.broken().forEach(each -> all.add("at rest: " + each));
    complaints.stream().limit(SHOWN).forEach(each -> all.add("shoppers: " + each));
    if (complaints.size() > SHOWN) {
      all.add("shoppers: %d more like these".formatted(complaints.size() - SHOWN));
    }
    return all;
  }

  String line() {
    return "%-60s %s recovered in %5.1f s%s"
        .formatted(
            fault + (happened ? "" : " (never hit)"),
            violations().isEmpty() ? "ok    " : "BROKEN",
            recovery.toMillis() / 1e3,
            listed(violations()) + listed(stalls));
  }

  private static String listed(List<String> all) {
    return all.stream().map("\n    "::concat).collect(Collectors.joining());
  }
}
