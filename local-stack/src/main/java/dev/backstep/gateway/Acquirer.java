package dev.backstep.gateway;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Takes money and gives it back, once per idempotency key, with the ledger written first. */
final class Acquirer {
  /** How long {@code pm_slow} takes: within any sensible client timeout, but noticeable. */
  static final Duration SLOW = Duration.ofSeconds(3);

  private final LedgerFile ledger;
  private final InstantSource clock;
  private final Supplier<UUID> ids;
  private final IdempotentAnswers answers = new IdempotentAnswers();
  private final Captures captures = new Captures();
  private final Set<String> failedOnce = ConcurrentHashMap.newKeySet();

  Acquirer(LedgerFile ledger, InstantSource clock, Supplier<UUID> ids) {
    this.ledger = ledger;
    this.clock = clock;
    this.ids = ids;
  }

  /** Remembers what the ledger says; to be told each entry in its order before anyone asks. */
  void restore(LedgerEntry entry) {
    answers.restore(entry);
    captures.restore(entry);
  }

  Answer charge(String key, ChargeRequest request) {
    return answers.once(key, request.fingerprint(), () -> decide(key, request));
  }

  Answer refund(String key, RefundRequest request) {
    return answers.once(key, request.fingerprint(), () -> payBack(key, request));
  }

  Optional<Answer> find(String key) {
    return answers.find(key);
  }

  private Answer decide(String key, ChargeRequest request) {
    return switch (TestToken.of(request.paymentToken())) {
      case OK, CHARGED_THEN_TIMEOUT -> capture(key, request);
      case DECLINED -> decline(key, request, "card_declined");
      case INSUFFICIENT_FUNDS -> decline(key, request, "insufficient_funds");
      case SLOW -> {
        LockSupport.parkNanos(SLOW.toNanos());
        yield capture(key, request);
      }
      case UNAVAILABLE_ONCE ->
          failedOnce.add(key)
              ? Answer.error(503, "unavailable", "ask again")
              : capture(key, request);
    };
  }

  private Answer capture(String key, ChargeRequest request) {
    var chargeId = newId("ch_");
    var entry =
        new LedgerEntry.Captured(
            key,
            request.fingerprint(),
            request.orderId(),
            request.amount(),
            clock.instant(),
            chargeId);
    return record(entry);
  }

  private Answer decline(String key, ChargeRequest request, String code) {
    var entry =
        new LedgerEntry.Declined(
            key, request.fingerprint(), request.orderId(), request.amount(), clock.instant(), code);
    return record(entry);
  }

  private Answer payBack(String key, RefundRequest request) {
    return switch (captures.reserve(request)) {
      case UNKNOWN_CHARGE -> Answer.error(404, "unknown_charge", "there is no such charge");
      case TOO_MUCH -> Answer.error(409, "more_than_captured", "less than that was captured");
      case RESERVED ->
          record(
              new LedgerEntry.Refunded(
                  key,
                  request.fingerprint(),
                  request.orderId(),
                  request.amount(),
                  clock.instant(),
                  request.chargeId(),
                  newId("re_")));
    };
  }

  private Answer record(LedgerEntry entry) {
    ledger.append(entry);
    if (entry instanceof LedgerEntry.Captured captured) {
      captures.restore(captured);
    }
    return Answer.of(entry);
  }

  private String newId(String prefix) {
    return prefix + ids.get().toString().replace("-", "");
  }
}
