package dev.backstep.saga.masking;

import org.jspecify.annotations.Nullable;

/**
 * The body of a message as it may be shown.
 *
 * @param json pretty-printed and masked; null when it is not JSON, for then nobody knows what to
 *     mask
 * @param sha256 of the original, to compare it with what a topic holds
 * @param note what was masked, or why nothing is shown
 */
public record MaskedPayload(@Nullable String json, int bytes, String sha256, String note) {}
