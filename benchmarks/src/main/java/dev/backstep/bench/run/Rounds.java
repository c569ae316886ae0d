package dev.backstep.bench.run;

import dev.backstep.bench.stack.AuditRun;
import java.time.Duration;
import java.util.Optional;

/** What the rounds on one stack came to, in the order in which they are played. */
record Rounds(
    Measured saturation,
    LimitRows limits,
    Latencies latencies,
    HotProduct hot,
    Overload overload,
    AtRest rest,
    StatementCount statements) {
  Findings with(Duration start, Optional<Duration> startAgain, AuditRun.Outcome audit) {
    return new Findings(
        start, startAgain, saturation, limits, latencies, hot, overload, rest, statements, audit);
  }
}
