package dev.backstep.saga.engine;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every definition that a running saga may still need, by name and version. An old version stays
 * until its last saga is final.
 */
public final class SagaDefinitions {
  private record Key(String name, int version) {}

  private final Map<Key, SagaDefinition<?>> byKey;

  private SagaDefinitions(Map<Key, SagaDefinition<?>> byKey) {
    this.byKey = byKey;
  }

  /** Refuses two definitions of one name and version. */
  public static SagaDefinitions of(List<SagaDefinition<?>> definitions) {
    return new SagaDefinitions(
        definitions.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    d -> new Key(d.name(), d.version()), Function.identity())));
  }

  /** The definition that a saga started with; one that is gone is an exception. */
  public SagaDefinition<?> find(String name, int version) {
    return known(name, version)
        .orElseThrow(() ->
            new IllegalStateException(
                "no definition " + name + " version " + version + ", which a stored saga needs"));
  }

  /** The same; empty when it is gone, for only open sagas are sure to find theirs. */
  public Optional<SagaDefinition<?>> known(String name, int version) {
    return Optional.ofNullable(byKey.get(new Key(name, version)));
  }

  /** All of them. */
  public List<SagaDefinition<?>> all() {
    return List.copyOf(byKey.values());
  }

  /** The shortest time that any of them gives an attempt. */
  public Duration shortestAttempt() {
    return byKey.values().stream()
        .map(definition -> definition.policies().attempt())
        .min(Comparator.naturalOrder())
        .orElse(Policies.ATTEMPT);
  }
}
