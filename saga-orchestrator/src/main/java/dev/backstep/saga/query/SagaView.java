package dev.backstep.saga.query;

import dev.backstep.saga.engine.LogEntry;
import dev.backstep.saga.engine.SagaEngine;
import dev.backstep.saga.engine.SagaRun;
import dev.backstep.saga.log.StoredSaga;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One saga for people, free of the customer's data.
 *
 * @param version to be sent along with an action
 * @param nextTry when something happens by itself; null when only an answer or an operator helps
 * @param log in order; cut after {@value #MAX_ENTRIES} entries
 */
public record SagaView(
    UUID id,
    String definition,
    int definitionVersion,
    UUID orderId,
    String state,
    boolean retrying,
    long version,
    @Nullable String reason,
    @Nullable Instant nextTry,
    Instant startedAt,
    Instant updatedAt,
    List<StepView> steps,
    List<ActionView> allowedActions,
    List<EntryView> log) {
  /** A saga in trouble gains an entry a minute: most of a day. */
  public static final int MAX_ENTRIES = 1_000;

  /**
   * What an operator may do, or why not.
   *
   * @param reason null when it is allowed
   */
  record ActionView(String action, boolean allowed, @Nullable String reason) {}

  /** What there is to show. */
  public static SagaView of(StoredSaga stored, List<LogEntry> log) {
    var definition = stored.saga().definition();
    var run = stored.run();
    return new SagaView(
        stored.saga().id(),
        definition.name(),
        definition.version(),
        stored.saga().businessKey(),
        run.phase().state().name(),
        run.retrying(),
        run.version(),
        run.phase().why(),
        run.dueAt(),
        stored.startedAt(),
        stored.updatedAt(),
        steps(stored, run),
        actions(stored),
        log.stream().map(EntryView::of).toList());
  }

  private static List<StepView> steps(StoredSaga stored, SagaRun run) {
    var steps = stored.saga().definition().steps();
    return IntStream.range(0, steps.size())
        .mapToObj(i -> StepView.of(steps.get(i), i, run))
        .toList();
  }

  private static List<ActionView> actions(StoredSaga stored) {
    return SagaEngine.offers(stored.saga(), stored.run()).stream()
        .map(o -> new ActionView(o.action().wireName(), o.allowed(), o.refusedBecause()))
        .toList();
  }
}
