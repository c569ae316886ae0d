package dev.backstep.saga.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some sagas, the newest first.
 *
 * @param next the cursor of the next page; null on the last
 */
record SagaPage(List<SagaSummary> sagas, @Nullable String next) {}
