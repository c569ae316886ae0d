package dev.backstep.saga.dashboard;

import dev.backstep.saga.query.MoneyView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that needs somebody: sagas or messages with one cause.
 *
 * @param kind stuck, retrying, late or dead-letters
 * @param tone bad or comp
 * @param cause for a filter, or the key of a group of letters
 * @param count of the unit, sagas or messages
 * @param money held: taken, or perhaps taken, neither given back nor earned
 * @param units of stock held
 * @param nextTry null when nothing happens by itself
 */
record Attention(
    String kind,
    String tone,
    String title,
    String detail,
    String cause,
    long count,
    String unit,
    Instant oldest,
    List<MoneyView> money,
    String moneyMeaning,
    long units,
    long sagas,
    @Nullable Instant nextTry) {}
