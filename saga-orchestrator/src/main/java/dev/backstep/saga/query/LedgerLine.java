package dev.backstep.saga.query;

import org.jspecify.annotations.Nullable;

/**
 * Money in minor units or stock in units, as far as this saga is concerned.
 *
 * @param kind money or stock
 * @param currency null for stock
 * @param offBy what is taken, not given back, and should not be
 * @param uncertain whether a participant has not answered yet
 */
record LedgerLine(
    String item,
    String kind,
    @Nullable String currency,
    long taken,
    long givenBack,
    long shouldBe,
    long offBy,
    boolean uncertain,
    String note) {}
