package dev.backstep.saga.bulk;

import dev.backstep.saga.query.FilterWish;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which sagas to freeze, and for what.
 *
 * @param action retry or compensate
 * @param filter either this
 * @param ids or these
 */
record BulkBody(
    @NotBlank String action,
    @Nullable FilterWish filter,
    @Size(max = BulkBody.MOST_IDS) @Nullable List<UUID> ids) {
  /** Fits into a body; more are named by a filter. */
  static final int MOST_IDS = 1_000;
}
