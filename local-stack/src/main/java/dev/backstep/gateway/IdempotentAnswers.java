package dev.backstep.gateway;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The answer of each idempotency key. Of concurrent calls with one key one has the effect; the
 * others wait for its answer.
 */
final class IdempotentAnswers {
  private final ConcurrentHashMap<String, Slot> slots = new ConcurrentHashMap<>();

  private record Slot(String fingerprint, CompletableFuture<Answer> answer) {}

  /** Remembers what the ledger says. */
  void restore(LedgerEntry entry) {
    var answer = CompletableFuture.completedFuture(Answer.of(entry));
    slots.put(entry.key(), new Slot(entry.fingerprint(), answer));
  }

  /** The stored answer, or that of the effect, which then is stored unless it is an error. */
  Answer once(String key, String fingerprint, Supplier<Answer> effect) {
    var mine = new Slot(fingerprint, new CompletableFuture<>());
    var earlier = slots.putIfAbsent(key, mine);
    if (earlier == null) {
      return run(key, mine, effect);
    }
    return earlier.fingerprint().equals(fingerprint)
        ? earlier.answer().join().asReplay()
        : Answer.error(422, "key_reused", "this key was used for another request");
  }

  /** The stored answer of that key; empty while it is being worked on. */
  Optional<Answer> find(String key) {
    return Optional.ofNullable(slots.get(key))
        .map(Slot::answer)
        .filter(answer -> answer.isDone() && !answer.isCompletedExceptionally())
        .map(CompletableFuture::join)
        .map(Answer::asReplay);
  }

  private Answer run(String key, Slot mine, Supplier<Answer> effect) {
    try {
      var answer = effect.get();
      if (answer.isError()) {
        slots.remove(key, mine);
      }
      mine.answer().complete(answer);
      return answer;
    } catch (RuntimeException e) {
      slots.remove(key, mine);
      mine.answer().completeExceptionally(e);
      throw e;
    }
  }
}
