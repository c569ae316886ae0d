package dev.backstep.saga.operations;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the operator log, the newest first.
 *
 * @param next the cursor of the next page; null on the last
 */
record OperatorLogPage(Instant asOf, List<OperatorEntry> entries, @Nullable String next) {}
