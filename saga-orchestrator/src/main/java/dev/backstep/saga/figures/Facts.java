package dev.backstep.saga.figures;

import java.util.List;
import java.util.UUID;

/**
 * What never changes about a saga, as far as figures need it.
 *
 * @param currency empty when it has no amount
 * @param units of all goods together
 */
record Facts(
    UUID saga, String customer, String currency, long minor, long units, List<String> skus) {}
