package dev.backstep.saga.deadletter;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some dead letters, the newest first.
 *
 * @param next the cursor of the next page; null on the last
 */
record LetterPage(Instant asOf, List<LetterView> deadLetters, @Nullable String next) {}
