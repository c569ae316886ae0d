package dev.backstep.stack;

import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.StackFailure;
import dev.backstep.stack.layout.Topology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Does something to processes in the order of the topology, and at the same time where that order
 * allows it.
 */
final class InOrder {
  // Platform threads: these mostly wait for processes and files, which holds a virtual thread's
  // carrier, and a machine
  // with two processors has only two of those.
  private static final Executor THREADS =
      task -> Thread.ofPlatform().daemon().name("stack").start(task);

  private InOrder() {}

  /**
   * Each as soon as those that it needs are done. Those that are not in the collection count as
   * done.
   */
  static void upwards(Collection<Instance> instances, Consumer<Instance> action) {
    Map<Instance, CompletableFuture<Void>> begun = new HashMap<>();
    for (Instance instance : byDepth(instances).values().stream().flatMap(List::stream).toList()) {
      var before =
          begun.entrySet().stream()
              .filter(other -> needs(instance, other.getKey()))
              .map(Map.Entry::getValue);
      begun.put(
          instance,
          CompletableFuture.allOf(before.toArray(CompletableFuture[]::new))
              .thenRunAsync(() -> action.accept(instance), THREADS));
    }
    throwIfAny(failures(begun.values()));
  }

  private static boolean needs(Instance instance, Instance other) {
    return Topology.of(instance.part()).after().contains(other.part());
  }

  /**
   * The deepest first, all of one depth together; also those below one that failed, and then fails.
   */
  static void downwards(Collection<Instance> instances, Consumer<Instance> action) {
    var failures = new ArrayList<Throwable>();
    for (List<Instance> row : byDepth(instances).descendingMap().values()) {
      failures.addAll(
          failures(
              row.stream()
                  .map(each -> CompletableFuture.runAsync(() -> action.accept(each), THREADS))
                  .toList()));
    }
    throwIfAny(failures);
  }

  private static NavigableMap<Integer, List<Instance>> byDepth(Collection<Instance> instances) {
    return instances.stream()
        .distinct()
        .collect(
            Collectors.groupingBy(
                instance -> Topology.depth(instance.part()), TreeMap::new, Collectors.toList()));
  }

  /**
   * Waits for all, and returns all the different reasons: one that needed a failed one has the same
   * reason.
   */
  private static List<Throwable> failures(Collection<CompletableFuture<Void>> futures) {
    var failures = new ArrayList<Throwable>();
    for (CompletableFuture<Void> future : futures) {
      try {
        future.join();
      } catch (CompletionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        if (!failures.contains(cause)) {
          failures.add(cause);
        }
      }
    }
    return failures;
  }

  private static void throwIfAny(List<Throwable> failures) {
    if (!failures.isEmpty()) {
      throw joined(failures);
    }
  }

  private static RuntimeException joined(List<Throwable> failures) {
    for (Throwable failure : failures) {
      if (!(failure instanceof StackFailure)) {
        return new IllegalStateException(failure);
      }
    }
    String messages =
        failures.stream().map(Throwable::getMessage).collect(Collectors.joining("\n"));
    return new StackFailure(messages, failures.getFirst());
  }
}
