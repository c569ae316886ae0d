package dev.backstep.saga.query;

import dev.backstep.rest.problem.GeneralProblem;
import dev.backstep.saga.figures.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What somebody typed into the search, and all that it may mean. An id that is part of a message id
 * is found in it.
 *
 * @param ids sagas or orders with exactly that id
 * @param ranges sagas or orders whose ids begin like that
 * @param keys what sagas are kept under
 * @param searched what it was taken for, in words
 */
record SearchTerm(List<UUID> ids, List<Range> ranges, List<String> keys, List<String> searched) {
  /** Ids between two, both included. */
  record Range(UUID from, UUID to) {}

  /** An id, a customer, a SKU, a message id: nothing that we search for is longer. */
  static final int LONGEST = 300;

  private static final Pattern UUID_PART =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern BEGINNING = Pattern.compile("[0-9a-f]{8}[0-9a-f-]{0,27}");
  private static final Pattern SKU = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,39}");
  private static final String LOWEST = "00000000-0000-0000-0000-000000000000";
  private static final String HIGHEST = "ffffffff-ffff-ffff-ffff-ffffffffffff";

  static SearchTerm of(String typed) {
    var text = typed.strip();
    if (text.length() > LONGEST) {
      throw GeneralProblem.INVALID_QUERY.problem("q is at most " + LONGEST + " characters.");
    }
    var ids = ids(text.toLowerCase(Locale.ROOT));
    var searched = new ArrayList<String>();
    if (!ids.isEmpty() && text.contains("/")) {
      return new SearchTerm(ids, List.of(), List.of(), List.of("message"));
    }
    var ranges = ids.isEmpty() ? ranges(text.toLowerCase(Locale.ROOT)) : List.<Range>of();
    if (!ids.isEmpty() || !ranges.isEmpty()) {
      searched.addAll(List.of("order", "saga"));
    }
    var keys = keys(text, searched);
    return new SearchTerm(ids, ranges, keys, searched);
  }

  private static List<UUID> ids(String text) {
    return UUID_PART.matcher(text).results().map(it -> UUID.fromString(it.group())).toList();
  }

  private static List<Range> ranges(String text) {
    if (!BEGINNING.matcher(text).matches()) {
      return List.of();
    }
    var from = text + LOWEST.substring(text.length());
    var to = text + HIGHEST.substring(text.length());
    return UUID_PART.matcher(from).matches()
        ? List.of(new Range(UUID.fromString(from), UUID.fromString(to)))
        : List.of();
  }

  private static List<String> keys(String text, List<String> searched) {
    var keys = new ArrayList<String>();
    keys.add(Keys.customer(text));
    searched.add("customer");
    keys.add(Keys.reference(text));
    searched.add("payment");
    var sku = text.toUpperCase(Locale.ROOT);
    if (SKU.matcher(sku).matches()) {
      keys.add(Keys.sku(sku));
      searched.add("SKU");
    }
    return keys;
  }
}
