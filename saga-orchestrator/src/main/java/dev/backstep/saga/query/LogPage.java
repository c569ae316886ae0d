package dev.backstep.saga.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some entries of a saga's log, in order.
 *
 * @param next to be asked for entries after; null when there are none
 */
record LogPage(List<EntryView> entries, @Nullable Long next) {
  static LogPage of(List<EntryView> found, int size) {
    var page = found.stream().limit(size).toList();
    return new LogPage(page, found.size() > size ? page.getLast().seq() : null);
  }
}
