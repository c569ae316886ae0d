package dev.backstep.order.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.backstep.contracts.value.OrderLine;
import dev.backstep.messaging.barrier.Barrier;
import dev.backstep.messaging.outbox.Outbox;
import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.order.catalogue.Prices;
import dev.backstep.order.intake.NewOrderTable.Stored;
import dev.backstep.order.lra.Joined;
import dev.backstep.order.lra.ParticipantTable;
import dev.backstep.order.query.OrderView;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Records orders, their keys and their messages in one transaction of four statements, however many
 * they are; one more if a key was taken, and one if somebody is part of a long running action.
 */
@Singleton
class Recording {
  /** The saga starts with this step done. */
  private static final String FIRST_STEP = "order";

  private final Outbox outbox;
  private final Prices prices = Prices.current();
  private final InstantSource time;
  private final Supplier<UUID> ids;
  private final ObjectWriter json;

  Recording(Outbox outbox, InstantSource time, Supplier<UUID> ids, ObjectMapper json) {
    this.outbox = outbox;
    this.time = time;
    this.ids = ids;
    this.json = json.writerFor(OrderView.class);
  }

  /** One placement for each wish, in the same order; they hold once the transaction commits. */
  List<Placement> record(Transaction tx, List<Wish> wishes) throws SQLException {
    var skus =
        wishes.stream()
            .flatMap(wish -> wish.request().items().lines().stream())
            .map(OrderLine::sku)
            .collect(Collectors.toSet());
    var now = time.instant().truncatedTo(ChronoUnit.MILLIS);
    var held = ParticipantTable.hold(tx, joined(wishes));
    var drafts = new Drafts(prices.of(tx, skus), ids, now, json, held).of(wishes);
    var firsts = firsts(drafts);
    var recorded = NewOrderTable.record(tx, firsts, now);
    tell(tx, firsts.stream().filter(first -> recorded.contains(first.order().id())).toList());
    var stored = NewOrderTable.stored(tx, taken(wishes, drafts, recorded));
    return placements(wishes, drafts, recorded, stored);
  }

  private static List<UUID> joined(List<Wish> wishes) {
    return wishes.stream().map(Wish::joined).filter(Objects::nonNull).map(Joined::sagaId).toList();
  }

  private static List<Draft.First> firsts(List<Draft> drafts) {
    return drafts.stream()
        .filter(Draft.First.class::isInstance)
        .map(Draft.First.class::cast)
        .toList();
  }

  private void tell(Transaction tx, List<Draft.First> recorded) throws SQLException {
    Barrier.rememberDone(
        tx,
        FIRST_STEP,
        recorded.stream()
            .map(Draft.First::order)
            .collect(Collectors.toMap(NewOrder::sagaId, order -> order.id().toString())));
    outbox.append(
        tx, recorded.stream().flatMap(first -> first.order().messages().stream()).toList());
  }

  /** Whose keys have to be looked up: somebody has them, or, of what was refused, may have them. */
  private static Set<Wish.Claim> taken(List<Wish> wishes, List<Draft> drafts, Set<UUID> recorded) {
    var claims = new HashSet<Wish.Claim>();
    for (int i = 0; i < drafts.size(); i++) {
      boolean open =
          switch (drafts.get(i)) {
            case Draft.First first -> !recorded.contains(first.order().id());
            case Draft.Twin(var first) -> !recorded.contains(first.order().id());
            case Draft.Refused _ -> true;
          };
      if (open) {
        claims.add(wishes.get(i).claim());
      }
    }
    return claims;
  }

  private static List<Placement> placements(
      List<Wish> wishes, List<Draft> drafts, Set<UUID> recorded, Map<Wish.Claim, Stored> stored) {
    var placements = new ArrayList<Placement>(wishes.size());
    for (int i = 0; i < drafts.size(); i++) {
      var wish = wishes.get(i);
      var earlier = stored.get(wish.claim());
      placements.add(
          switch (drafts.get(i)) {
            case Draft.First(var order, var view, var answer) when recorded.contains(order.id()) ->
                new Placement.Accepted(view, answer);
            case Draft.First _ -> again(wish, earlier);
            case Draft.Twin(var first) when recorded.contains(first.order().id()) ->
                again(wish, new Stored(first.order().wish().fingerprint(), first.answer()));
            case Draft.Twin _ -> again(wish, earlier);
            case Draft.Refused(var why) -> earlier == null ? why : again(wish, earlier);
          });
    }
    return placements;
  }

  /** A key that is taken but not stored was purged, or given back, this very moment. */
  private static Placement again(Wish wish, @Nullable Stored earlier) {
    if (earlier == null) {
      return new Placement.InProgress();
    }
    return earlier.fingerprint().equals(wish.fingerprint())
        ? new Placement.Replayed(earlier.answer())
        : new Placement.KeyReused();
  }
}
