package dev.backstep.saga.query;

import dev.backstep.rest.problem.GeneralProblem;
import dev.backstep.saga.engine.SagaState;
import dev.backstep.saga.words.Cause;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which sagas to show.
 *
 * @param states any, when empty
 * @param olderThanSeconds open ones that started longer ago
 * @param amountOver minor units, at least
 * @param attemptsOver open ones whose command was sent more often
 */
public record SagaFilter(
    Optional<SearchTerm> term,
    Set<SagaState> states,
    Optional<String> definition,
    Optional<BlockedAt> blockedAt,
    Optional<Cause> cause,
    Optional<Long> olderThanSeconds,
    Optional<Long> amountOver,
    Optional<Integer> attemptsOver,
    Optional<UUID> orderId,
    Optional<Boolean> retrying) {
  private static final Set<SagaState> OPEN =
      EnumSet.of(SagaState.RUNNING, SagaState.COMPENSATING, SagaState.STUCK);

  /** Reads a wish; what cannot be read is a problem. */
  public static SagaFilter of(FilterWish wish) {
    return new SagaFilter(
        Optional.ofNullable(wish.q()).filter(q -> !q.isBlank()).map(SearchTerm::of),
        states(wish.state() == null ? List.of() : wish.state()),
        Optional.ofNullable(wish.definition()),
        Optional.ofNullable(wish.blockedAt()).map(BlockedAt::parse),
        Optional.ofNullable(wish.cause()).map(SagaFilter::cause),
        atLeastZero("olderThan", wish.olderThan()),
        atLeastZero("amountOver", wish.amountOver()),
        Optional.ofNullable(wish.attemptsOver()),
        Optional.ofNullable(wish.orderId()),
        Optional.ofNullable(wish.retrying()));
  }

  /** The same among those states only. */
  SagaFilter among(Set<SagaState> others) {
    return new SagaFilter(
        term,
        others,
        definition,
        blockedAt,
        cause,
        olderThanSeconds,
        amountOver,
        attemptsOver,
        orderId,
        retrying);
  }

  /** Whether it asks for states and nothing else, so that kept counts answer how many there are. */
  boolean isOfStatesAlone() {
    return Stream.of(
            term,
            definition,
            blockedAt,
            cause,
            olderThanSeconds,
            amountOver,
            attemptsOver,
            orderId,
            retrying)
        .allMatch(Optional::isEmpty);
  }

  /** The states that can match at all; empty for any. */
  Set<SagaState> possible() {
    var possible = EnumSet.allOf(SagaState.class);
    if (blockedAt.isPresent() || olderThanSeconds.isPresent() || attemptsOver.isPresent()) {
      possible.retainAll(OPEN);
    }
    cause.ifPresent(it -> possible.retainAll(statesOf(it)));
    if (!states.isEmpty()) {
      possible.retainAll(states);
    }
    return possible;
  }

  private static Collection<SagaState> statesOf(Cause cause) {
    return switch (cause) {
      case Cause.TurnedBack _ ->
          EnumSet.of(
              SagaState.COMPENSATING, SagaState.COMPENSATED, SagaState.STUCK, SagaState.RESOLVED);
      case Cause.Stuck _ -> EnumSet.of(SagaState.STUCK);
      case Cause.Retrying _ -> EnumSet.of(SagaState.RUNNING, SagaState.COMPENSATING);
    };
  }

  private static Set<SagaState> states(List<String> names) {
    var states = EnumSet.noneOf(SagaState.class);
    names.forEach(name -> states.addAll(named(name.toUpperCase(Locale.ROOT))));
    return states;
  }

  private static Set<SagaState> named(String name) {
    return switch (name) {
      case "OPEN" -> OPEN;
      case "FINISHED" -> EnumSet.complementOf(EnumSet.copyOf(OPEN));
      default -> EnumSet.of(state(name));
    };
  }

  private static SagaState state(String name) {
    return Arrays.stream(SagaState.values())
        .filter(state -> state.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            GeneralProblem.INVALID_QUERY.problem(
                "state is OPEN, FINISHED or one of " + List.of(SagaState.values()) + "."));
  }

  private static Cause cause(String key) {
    return Cause.parse(key)
        .orElseThrow(() -> GeneralProblem.INVALID_QUERY.problem("cause is none that exists."));
  }

  private static Optional<Long> atLeastZero(String name, @Nullable Long value) {
    if (value != null && value < 0) {
      throw GeneralProblem.INVALID_QUERY.problem(name + " is not negative.");
    }
    return Optional.ofNullable(value);
  }
}
