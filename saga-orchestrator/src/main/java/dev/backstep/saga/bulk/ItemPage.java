package dev.backstep.saga.bulk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some sagas of a bulk run.
 *
 * @param next the cursor of the next page; null on the last
 */
record ItemPage(List<Item> items, @Nullable String next) {}
