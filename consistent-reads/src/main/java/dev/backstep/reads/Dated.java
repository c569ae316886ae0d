package dev.backstep.reads;

import java.util.OptionalInt;

/**
 * What a query brought, and how new that is.
 *
 * @param newest of all rows that it shows, the youngest transaction that wrote one ({@code xmin});
 *     empty when rows do not tell all: where one may be missing that was shown before
 */
public record Dated<T>(T value, OptionalInt newest) {
  /** The younger of both transactions: their ids are counted round and round. */
  public static OptionalInt newer(OptionalInt known, int transaction) {
    return known.isPresent() && known.getAsInt() - transaction > 0
        ? known
        : OptionalInt.of(transaction);
  }
}
