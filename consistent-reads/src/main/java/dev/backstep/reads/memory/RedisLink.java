package dev.backstep.reads.memory;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Redis, within a bounded time. Whoever asks after a failure is told at once that it is away, for a
 * while: that bounds what a dead or frozen Redis costs, and gives those who have something to catch
 * up on time to do so before anybody trusts it again.
 */
public final class RedisLink {
  /** Redis answers within a millisecond; what takes longer than this is in trouble. */
  public static final Duration PATIENCE = Duration.ofMillis(50);

  /**
   * For caches, behind which the database stands: a false alarm in a rush sends it readers. So this
   * counts only while the process itself gets round to what arrives for it.
   */
  static final Duration PATIENCE_IN_A_RUSH = Duration.ofMillis(500);

  /**
   * How long a write that others rely on may take: longer than every instance needs to notice by
   * its own look that Redis is away.
   */
  static final Duration INSISTENCE = Duration.ofMillis(500);

  /** Between two tries of one write: a broken connection is replaced within a few of these. */
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

  /** How often each instance looks that has readers, or that Redis has just failed. */
  static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  /**
   * How long nobody trusts it after a failure. Longer than all instances need to write what they
   * owe once it is back.
   */
  public static final Duration DISTRUST = Duration.ofSeconds(1);

  private final RedisAPI redis;
  private final LongSupplier nanoTime;
  private final Patience patience;
  private volatile long failedAt;
  private volatile long failingSince;
  private volatile boolean failing;

  /**
   * Uses that client.
   *
   * @param nanoTime a monotonic clock, as {@link System#nanoTime()}
   * @param threads those that read what Redis answers
   */
  public RedisLink(RedisAPI redis, LongSupplier nanoTime, EventLoops threads) {
    this.redis = redis;
    this.nanoTime = nanoTime;
    this.patience = new Patience(threads);
    this.failedAt = nanoTime.getAsLong() - DISTRUST.toNanos();
  }

  /** Whether it failed a moment ago. */
  public boolean isAway() {
    return nanoTime.getAsLong() - failedAt < DISTRUST.toNanos();
  }

  /** Whether it fails for so long that all instances know. */
  boolean isDown() {
    return failing && nanoTime.getAsLong() - failingSince >= INSISTENCE.toNanos();
  }

  /**
   * As {@link #run}, also while Redis is believed to be away: finds out whether it answers. What
   * comes after {@link #PATIENCE} counts as a failure, and is an answer all the same: whoever asked
   * knows how old it is.
   */
  CompletableFuture<Optional<Response>> look(
      String script, List<String> keys, List<String> arguments) {
    var answer = eval(script, keys, arguments).memoize().indefinitely();
    var _ = ask(patience.strict(answer, PATIENCE));
    return future(answering(patience.strict(answer, INSISTENCE)));
  }

  /**
   * The text under that key; empty when there is none. Fails when Redis does not answer in time,
   * which is not held against it.
   */
  CompletableFuture<Optional<String>> get(String key) {
    return future(patience.strict(redis.get(key), PATIENCE)).thenApply(RedisLink::text);
  }

  /** Runs a script. Fails when Redis does, or did just now. */
  public CompletableFuture<Optional<Response>> run(
      String script, List<String> keys, List<String> arguments) {
    return isAway() ? away() : ask(patience.strict(eval(script, keys, arguments), PATIENCE));
  }

  /** As {@link #run}, with the patience that a cache has. */
  public CompletableFuture<Optional<Response>> runInARush(
      String script, List<String> keys, List<String> arguments) {
    return isAway()
        ? away()
        : ask(patience.fair(eval(script, keys, arguments), PATIENCE_IN_A_RUSH));
  }

  /** As {@link #runInARush}, with more patience, and also while Redis is believed to be away. */
  public CompletableFuture<Optional<Response>> probe(
      String script, List<String> keys, List<String> arguments) {
    return ask(patience.fair(eval(script, keys, arguments), INSISTENCE));
  }

  /**
   * As {@link #probe}, but a failure counts only when {@link #INSISTENCE} is over: till then it is
   * tried again. The script may run more than once.
   */
  public CompletableFuture<Optional<Response>> insist(
      String script, List<String> keys, List<String> arguments) {
    var tries =
        Uni.createFrom()
            .deferred(() -> eval(script, keys, arguments))
            .onFailure()
            .invoke(this::failed)
            .onFailure()
            .retry()
            .withBackOff(BETWEEN_TRIES, BETWEEN_TRIES)
            .expireIn(INSISTENCE.toMillis());
    return ask(patience.strict(tries, INSISTENCE));
  }

  private Uni<@Nullable Response> eval(String script, List<String> keys, List<String> arguments) {
    var eval = new ArrayList<String>(keys.size() + arguments.size() + 2);
    eval.add(script);
    eval.add(Integer.toString(keys.size()));
    eval.addAll(keys);
    eval.addAll(arguments);
    return redis.eval(eval);
  }

  private CompletableFuture<Optional<Response>> ask(Uni<@Nullable Response> command) {
    return future(answering(command.onFailure().invoke(this::failed)));
  }

  private Uni<@Nullable Response> answering(Uni<@Nullable Response> command) {
    return command.onItem().invoke(() -> failing = false);
  }

  private static CompletableFuture<Optional<Response>> future(Uni<@Nullable Response> command) {
    return command.map(Optional::ofNullable).subscribeAsCompletionStage();
  }

  private void failed() {
    var now = nanoTime.getAsLong();
    if (!failing) {
      failingSince = now;
      failing = true;
    }
    failedAt = now;
  }

  private static Optional<String> text(Optional<Response> response) {
    return response.map(Response::toString);
  }

  private static <T> CompletableFuture<T> away() {
    return CompletableFuture.failedFuture(new RedisAwayException());
  }
}
