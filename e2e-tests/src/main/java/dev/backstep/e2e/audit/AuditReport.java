package dev.backstep.e2e.audit;

import java.util.List;
import java.util.stream.Collectors;

/** What one audit found. */
public record AuditReport(Strength strength, List<Judged> judged) {
  /** A claim and what it came to. */
  public record Judged(String claim, Finding finding) {
    private String line() {
      return switch (finding) {
        case Finding.Holds(var figures) -> "  holds   %s (%s)\n".formatted(claim, figures);
        case Finding.Broken(var cases, var evidence) ->
            "  BROKEN  %s: %d\n".formatted(claim, cases)
                + evidence.stream()
                    .map("            %s\n"::formatted)
                    .collect(Collectors.joining());
      };
    }
  }

  /** Takes a copy. */
  public AuditReport {
    judged = List.copyOf(judged);
  }

  /** Whether every claim holds. */
  public boolean isClean() {
    return broken().isEmpty();
  }

  /** The claims that do not hold. */
  public List<String> broken() {
    return judged.stream()
        .filter(each -> each.finding() instanceof Finding.Broken)
        .map(Judged::claim)
        .toList();
  }

  /** For people. */
  public String table() {
    var title = strength == Strength.AT_REST ? "Audit, at rest\n" : "Audit, while running\n";
    return title + judged.stream().map(Judged::line).collect(Collectors.joining());
  }
}
