package dev.backstep.saga.engine;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

  /**
   * Refuses two definitions of one name and version.
   *
   * @param definitions of each name, first the version that new sagas start with
   */
  public static SagaDefinitions of(List<SagaDefinition<?>> definitions) {
    var byKey = new LinkedHashMap<Key, SagaDefinition<?>>();
    for (var definition : definitions) {
      if (byKey.put(new Key(definition.name(), definition.version()), definition) != null) {
        throw new IllegalArgumentException(
            "two definitions " + definition.name() + " version " + definition.version());
      }
    }
    return new SagaDefinitions(byKey);
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

  /** What new sagas start with: one definition of each name, in the order of names. */
  public List<SagaDefinition<?>> current() {
    var first = new TreeMap<String, SagaDefinition<?>>();
    byKey.values().forEach(it -> first.putIfAbsent(it.name(), it));
    return List.copyOf(first.values());
  }

  /** The shortest time that any of them gives an attempt. */
  public Duration shortestAttempt() {
    return byKey.values().stream()
        .map(definition -> definition.policies().attempt())
        .min(Comparator.naturalOrder())
        .orElse(Policies.ATTEMPT);
  }
}
