package dev.backstep.bench.run;

import dev.backstep.bench.stack.AuditRun;
import java.time.Duration;
import java.util.Optional;

/**
 * Everything one run found out.
 *
 * @param start of the stack in an empty directory
 * @param startAgain after it was stopped, if there was time for that
 */
record Findings(
    Duration start, Optional<Duration> startAgain, Rounds rounds, AuditRun.Outcome audit) {}
