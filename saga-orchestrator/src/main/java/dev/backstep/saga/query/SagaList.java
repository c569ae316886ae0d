package dev.backstep.saga.query;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.saga.engine.SagaState;
import dev.backstep.saga.figures.Figures;
import dev.backstep.saga.log.SagaSight;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pages of sagas: the newest first, or the stuck ones before all others. */
@Singleton
public final class SagaList {
  private final Transactions transactions;
  private final SagaSearch search;
  private final SagaSight sight;
  private final Figures figures;
  private final InstantSource time;

  SagaList(
      Transactions transactions,
      SagaSearch search,
      SagaSight sight,
      Figures figures,
      InstantSource time) {
    this.transactions = transactions;
    this.search = search;
    this.sight = sight;
    this.figures = figures;
    this.time = time;
  }

  /**
   * Which page.
   *
   * @param stuckFirst whether the stuck ones come before all others
   */
  record Slice(boolean stuckFirst, Optional<ListPlace> after, int size) {}

  SagaPage page(SagaFilter filter, Slice slice) {
    return transactions.call(tx -> page(tx, filter, slice));
  }

  /** The first rows of a list without any filter. */
  public List<SagaRow> latest(Transaction tx, int atMost) throws SQLException {
    var filter = SagaFilter.of(FilterWish.any());
    return rows(tx, found(tx, filter, new Slice(true, Optional.empty(), atMost), atMost));
  }

  private SagaPage page(Transaction tx, SagaFilter filter, Slice slice) throws SQLException {
    var found = found(tx, filter, slice, slice.size() + 1);
    var more = found.size() > slice.size();
    var shown = more ? found.subList(0, slice.size()) : found;
    return new SagaPage(
        time.instant(),
        rows(tx, shown),
        more ? shown.getLast().toString() : null,
        total(tx, filter, slice, found),
        filter.term().map(SearchTerm::searched).orElse(List.of()));
  }

  private List<SagaRow> rows(Transaction tx, List<ListPlace> found) throws SQLException {
    return sight.find(tx, found.stream().map(ListPlace::after).toList()).stream()
        .map(SagaRow::of)
        .toList();
  }

  private List<ListPlace> found(Transaction tx, SagaFilter filter, Slice slice, int atMost)
      throws SQLException {
    var after = slice.after().map(ListPlace::after);
    if (!slice.stuckFirst()) {
      return places(search.find(tx, filter, after, atMost), false);
    }
    var found = new ArrayList<ListPlace>();
    var amongOthers = slice.after().filter(place -> !place.stuck()).isPresent();
    if (!amongOthers) {
      found.addAll(places(among(tx, filter, stuck(), after, atMost), true));
    }
    if (found.size() < atMost) {
      found.addAll(
          places(
              among(
                  tx,
                  filter,
                  EnumSet.complementOf(stuck()),
                  amongOthers ? after : Optional.empty(),
                  atMost - found.size()),
              false));
    }
    return found;
  }

  private List<UUID> among(
      Transaction tx, SagaFilter filter, Set<SagaState> states, Optional<UUID> after, int atMost)
      throws SQLException {
    var possible = EnumSet.copyOf(states);
    possible.retainAll(filter.possible());
    return possible.isEmpty() ? List.of() : search.find(tx, filter.among(possible), after, atMost);
  }

  private static EnumSet<SagaState> stuck() {
    return EnumSet.of(SagaState.STUCK);
  }

  private static List<ListPlace> places(List<UUID> ids, boolean stuck) {
    return ids.stream().map(id -> new ListPlace(stuck, id)).toList();
  }

  private @Nullable Long total(
      Transaction tx, SagaFilter filter, Slice slice, List<ListPlace> found) throws SQLException {
    if (filter.isOfStatesAlone()) {
      var counts = Figures.byState(figures.tallies(tx));
      return filter.possible().stream().mapToLong(state -> counts.getOrDefault(state, 0L)).sum();
    }
    var all = slice.after().isEmpty() && found.size() <= slice.size();
    return all ? (long) found.size() : null;
  }
}
