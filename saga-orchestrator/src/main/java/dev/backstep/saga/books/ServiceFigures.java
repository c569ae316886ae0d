package dev.backstep.saga.books;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Outbox and barrier of one service.
 *
 * @param state up, silent or unknown
 * @param duplicates commands that came again, since its processes began
 * @param why when it is silent
 */
record ServiceFigures(
    String service,
    String state,
    @Nullable Long ageMs,
    @Nullable Long outboxPending,
    @Nullable Long outboxOldestMs,
    @Nullable Long publishLagP99Ms,
    @Nullable Long duplicates,
    @Nullable Long tombstones,
    @Nullable Long deadLetters,
    List<BookLine> more,
    @Nullable String why) {
  private static final double MILLIS = 1_000;
  private static final double NEARLY_ALL = 0.99;

  /** As it told then, with what is known beside that. */
  static ServiceFigures of(Look look, Instant now, List<BookLine> beside) {
    return new ServiceFigures(
        look.service(),
        look.isSilent() ? "silent" : "up",
        look.isSilent() ? null : Duration.between(look.at(), now).toMillis(),
        whole(look.shared("backstep_outbox_pending"), 1),
        whole(look.shared("backstep_outbox_oldest_seconds"), MILLIS),
        whole(look.quantile("backstep_outbox_publish_lag_seconds", NEARLY_ALL), MILLIS),
        whole(look.summed("backstep_barrier_duplicates_total"), 1),
        whole(look.summed("backstep_barrier_tombstones_total"), 1),
        look.isSilent() ? null : deadLetters(look),
        Stream.concat(more(look).stream(), beside.stream()).toList(),
        look.why().isEmpty() ? null : look.why());
  }

  /** Counted from the first one on: whoever tells of none had none. */
  private static long deadLetters(Look look) {
    return Math.round(look.summed("backstep_dead_letters_total").orElse(0));
  }

  private static List<BookLine> more(Look look) {
    var lines = new ArrayList<BookLine>();
    look.shared("backstep_gateway_circuit").ifPresent(it -> lines.add(circuit(it)));
    look.shared("backstep_payments_unknown")
        .ifPresent(it -> lines.add(waiting("Charges not known yet", it)));
    look.shared("backstep_payments_refunding")
        .ifPresent(it -> lines.add(waiting("Refunds not through yet", it)));
    return lines;
  }

  private static BookLine circuit(double state) {
    if (state == 0) {
      return new BookLine(Health.HOLDS, "Gateway circuit", "calls go through", "closed");
    }
    return state == 1
        ? new BookLine(Health.EXPLAINED, "Gateway circuit", "one call is tried", "half-open")
        : new BookLine(Health.BROKEN, "Gateway circuit", "the gateway is away", "open");
  }

  private static BookLine waiting(String title, double count) {
    var health = count == 0 ? Health.HOLDS : Health.EXPLAINED;
    return new BookLine(
        health, title, "asked again by themselves", String.valueOf(Math.round(count)));
  }

  private static @Nullable Long whole(OptionalDouble value, double factor) {
    return value.isPresent() && Double.isFinite(value.getAsDouble())
        ? Math.round(value.getAsDouble() * factor)
        : null;
  }
}
