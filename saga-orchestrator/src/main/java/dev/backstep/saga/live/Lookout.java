package dev.backstep.saga.live;

import dev.backstep.messaging.transaction.Transactions;
import dev.backstep.saga.live.LiveEvent.Changed;
import dev.backstep.saga.live.LiveEvent.SagaHint;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/** Looks at the database again and again, and says what is new since the last look. */
final class Lookout {
  /** A page shows no more; it refetches instead. */
  static final int MOST_SAGAS = 200;

  /** After a longer pause changes may have been deleted unseen. */
  private static final Duration MISSED = Duration.ofSeconds(7);

  private final Transactions transactions;
  private final InstantSource time;
  private final ChangeFeed feed = new ChangeFeed();
  private Marks marks = new Marks(null, null, null);
  private Instant last = Instant.EPOCH;

  Lookout(Transactions transactions, InstantSource time) {
    this.transactions = transactions;
    this.time = time;
  }

  /** From now on. */
  void begin() {
    transactions.run(tx -> {
      feed.begin(tx);
      marks = Marks.read(tx);
    });
    last = time.instant();
  }

  /** What is new; empty when nothing is. */
  Changed look() {
    var now = time.instant();
    var missed = last.plus(MISSED).isBefore(now);
    var event =
        transactions.call(tx -> {
          var news = feed.read(tx, now);
          var before = marks;
          marks = Marks.read(tx);
          return event(now, news, before, missed);
        });
    last = now;
    return event;
  }

  private Changed event(Instant now, ChangeFeed.News news, Marks before, boolean missed) {
    var acts = !Objects.equals(before.operatorLog(), marks.operatorLog());
    var letters = !Objects.equals(before.deadLetters(), marks.deadLetters());
    List<SagaHint> sagas = news.sagas().values().stream().limit(MOST_SAGAS).toList();
    return new Changed(
        now,
        Math.max(0, Duration.between(news.oldest(), now).toMillis()),
        sagas,
        missed || sagas.size() < news.sagas().size(),
        missed || news.counts() || letters || acts,
        missed || letters || acts,
        missed || acts,
        missed || !Objects.equals(before.bulk(), marks.bulk()));
  }
}
