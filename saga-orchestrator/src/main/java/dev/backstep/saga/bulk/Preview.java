package dev.backstep.saga.bulk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a bulk run would do.
 *
 * @param skipped not necessary, by reason
 * @param refused not allowed, by reason
 * @param cut whether more matched than may be frozen
 */
record Preview(
    UUID id,
    String action,
    Instant frozenAt,
    Instant expiresAt,
    long total,
    long willRun,
    List<Reason> skipped,
    List<Reason> refused,
    int perSecond,
    long expectedMs,
    List<String> warnings,
    boolean cut) {
  /**
   * So many for that reason.
   *
   * @param sagas a few of them
   */
  record Reason(String why, long count, List<UUID> sagas) {}

  /** Enough to see what kind they are. */
  private static final int EXAMPLES = 5;

  private static final long MILLIS = 1_000;

  static Preview of(Run run, List<Item> items) {
    return new Preview(
        run.id(),
        run.action().wireName(),
        run.frozenAt(),
        run.expiresAt(),
        items.size(),
        run.willRun(),
        reasons(items, Verdict.SKIPPED),
        reasons(items, Verdict.REFUSED),
        BulkWork.PER_SECOND,
        run.willRun() * MILLIS / BulkWork.PER_SECOND,
        List.of(),
        run.cut());
  }

  private static List<Reason> reasons(List<Item> items, Verdict verdict) {
    Map<String, List<UUID>> byReason =
        items.stream()
            .filter(item -> item.verdict() == verdict)
            .collect(
                Collectors.groupingBy(
                    item -> String.valueOf(item.why()),
                    LinkedHashMap::new,
                    Collectors.mapping(Item::sagaId, Collectors.toList())));
    return byReason.entrySet().stream()
        .map(it ->
            new Reason(
                it.getKey(), it.getValue().size(), it.getValue().stream().limit(EXAMPLES).toList()))
        .toList();
  }
}
