package dev.backstep.bench.run;

import dev.backstep.bench.stack.AuditRun;
import java.time.Duration;

/** Everything one run found out. */
record Findings(
    Duration start,
    Measured saturation,
    LimitRows limits,
    Latencies latencies,
    HotProduct hot,
    Overload overload,
    AtRest rest,
    StatementCount statements,
    AuditRun.Outcome audit) {}
