package dev.backstep.reads.cache;

import dev.backstep.reads.memory.RedisLink;
import io.vertx.mutiny.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A name in the keys of entries that are forgotten together, when nobody can list them. When it
 * ends, the next reader begins another; what late refreshers fill in under an old name is read by
 * nobody.
 */
public final class Era {
  /** Longer than any entry lives, so that no name comes back to its entries. */
  private static final Duration LIFE = Duration.ofHours(24);

  private static final String CURRENT =
      """
      redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2])
      return redis.call('GET', KEYS[1])
      """;

  private static final String END = "return redis.call('DEL', KEYS[1])";

  private final RedisLink redis;
  private final List<String> keys;

  /**
   * An era of that name.
   *
   * @param name with the service, and a version that changes with the form of the values
   */
  public Era(RedisLink redis, String name) {
    this.redis = redis;
    this.keys = List.of("era:v1:" + name);
  }

  /**
   * The present one; empty when Redis does not answer. Never fails.
   *
   * @param fresh a name that was never used, should one have to begin
   */
  public CompletableFuture<Optional<String>> current(String fresh) {
    return redis
        .runInARush(CURRENT, keys, List.of(fresh, Long.toString(LIFE.toMillis())))
        .thenApply(answer -> answer.map(Response::toString))
        .exceptionally(_ -> Optional.empty());
  }

  /** Ends it. Fails when Redis does. */
  public CompletableFuture<Void> end() {
    return redis.probe(END, keys, List.of()).thenAccept(_ -> {});
  }
}
