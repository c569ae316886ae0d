package dev.backstep.saga.deadletter;

import dev.backstep.messaging.transaction.Transactions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/** A look at the letters, and when it was. */
@Singleton
class LetterMoment {
  private final Transactions transactions;
  private final InstantSource time;

  LetterMoment(Transactions transactions, InstantSource time) {
    this.transactions = transactions;
    this.time = time;
  }

  Instant now() {
    return time.instant();
  }

  <T> T call(Transactions.Work<T> look) {
    return transactions.call(look);
  }
}
