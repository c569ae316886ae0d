package dev.backstep.e2e.torture;

import dev.backstep.e2e.audit.AuditReport;
import dev.backstep.e2e.audit.History;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a run came to.
 *
 * @param seed plays the same faults again
 */
record TortureReport(
    long seed, Duration took, List<RoundResult> rounds, History history, AuditReport last) {
  boolean isClean() {
    return last.isClean() && rounds.stream().allMatch(round -> round.violations().isEmpty());
  }

  String text() {
    return rounds.stream().map(round -> round.line() + "\n").collect(Collectors.joining())
        + """

        seed %d, %.1f minutes
        faults      %d injected, %d more were drawn and never hit
        orders      %d offered, %d accepted, %d refused, %d without an answer
        recovery    p50 %.1f s, max %.1f s
        violations  %d

        %s\
        """
            .formatted(
                seed,
                took.toSeconds() / 60.0,
                rounds.stream().filter(RoundResult::happened).count(),
                rounds.stream().filter(round -> !round.happened()).count(),
                history.requests().size(),
                answers(History.Answer.Promised.class),
                answers(History.Answer.Refused.class),
                answers(History.Answer.Unknown.class),
                percentile(50),
                percentile(100),
                rounds.stream().mapToInt(round -> round.violations().size()).sum(),
                last.table());
  }

  private long answers(Class<? extends History.Answer> kind) {
    return history.requests().stream().filter(each -> kind.isInstance(each.answer())).count();
  }

  private double percentile(int percent) {
    var sorted =
        rounds.stream().filter(RoundResult::happened).map(RoundResult::recovery).sorted().toList();
    return sorted.isEmpty()
        ? 0
        : sorted.get(Math.max(Math.ceilDiv(percent * sorted.size(), 100), 1) - 1).toMillis() / 1e3;
  }
}
