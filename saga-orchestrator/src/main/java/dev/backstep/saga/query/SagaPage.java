package dev.backstep.saga.query;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some sagas.
 *
 * @param next the cursor of the next page; null on the last
 * @param total how many match; null when nobody knows
 * @param searched what the search term was taken for
 */
record SagaPage(
    Instant asOf,
    List<SagaRow> sagas,
    @Nullable String next,
    @Nullable Long total,
    List<String> searched) {}
