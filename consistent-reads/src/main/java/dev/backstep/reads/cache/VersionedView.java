package dev.backstep.reads.cache;

import dev.backstep.reads.memory.RedisLink;
import io.vertx.mutiny.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A view in Redis that is fed by the log alone. Whoever writes, in whatever order and however
 * often: each key has the newest version that anybody wrote.
 */
public final class VersionedView {
  /** Every key ends some time; whoever misses one asks the database. */
  static final Duration LIFE = Duration.ofHours(24);

  private static final String PUT =
      """
      local written = 0
      for i, key in ipairs(KEYS) do
        local known = redis.call('HGET', key, 'version')
        if not known or tonumber(known) < tonumber(ARGV[2 * i]) then
          redis.call('HSET', key, 'version', ARGV[2 * i], 'value', ARGV[2 * i + 1])
          redis.call('PEXPIRE', key, ARGV[1])
          written = written + 1
        end
      end
      return written
      """;

  private static final String GET = "return redis.call('HGET', KEYS[1], 'value')";

  private static final String GET_ALL =
      """
      local values = {}
      for i, key in ipairs(KEYS) do values[i] = redis.call('HGET', key, 'value') end
      return values
      """;

  private static final String GENERATION =
      """
      redis.call('SET', KEYS[1], ARGV[1], 'NX')
      return redis.call('GET', KEYS[1])
      """;

  private final RedisLink redis;
  private final String prefix;

  /**
   * A view of that name.
   *
   * @param name with the service, and a version that changes with the form of the values
   */
  public VersionedView(RedisLink redis, String name) {
    this.redis = redis;
    this.prefix = "view:v1:" + name + ":";
  }

  /** Stores what is newer than what is there. Fails when Redis does. */
  public CompletableFuture<Void> put(Collection<Versioned> entries) {
    if (entries.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    var keys = entries.stream().map(each -> prefix + each.key()).toList();
    var arguments = new ArrayList<String>();
    arguments.add(Long.toString(LIFE.toMillis()));
    for (var each : entries) {
      arguments.add(Long.toString(each.version()));
      arguments.add(each.value());
    }
    return redis.probe(PUT, keys, arguments).thenAccept(_ -> {});
  }

  /** The value of that key; empty when there is none or Redis does not answer. Never fails. */
  public CompletableFuture<Optional<String>> get(String key) {
    return redis
        .runInARush(GET, List.of(prefix + key), List.of())
        .thenApply(answer -> answer.map(Response::toString))
        .exceptionally(_ -> Optional.empty());
  }

  /**
   * The values of those keys; a key that has none is missing, all are when Redis does not answer.
   * Never fails.
   */
  public CompletableFuture<Map<String, String>> getAll(List<String> keys) {
    return keys.isEmpty()
        ? CompletableFuture.completedFuture(Map.of())
        : redis
            .runInARush(GET_ALL, keys.stream().map(key -> prefix + key).toList(), List.of())
            .thenApply(answer -> answer.map(all -> values(keys, all)).orElseGet(Map::of))
            .exceptionally(_ -> Map.of());
  }

  private static Map<String, String> values(List<String> keys, Response all) {
    var values = new HashMap<String, String>();
    for (int i = 0; i < keys.size(); i++) {
      var value = all.get(i);
      if (value != null) {
        values.put(keys.get(i), value.toString());
      }
    }
    return values;
  }

  /**
   * Names the memory that this view lives in: another name than before means that Redis lost it,
   * and that the view has to be rebuilt. Fails when Redis does.
   *
   * @param fresh the name if there is none
   */
  public CompletableFuture<String> generation(String fresh) {
    return redis
        .probe(GENERATION, List.of(prefix + "generation:"), List.of(fresh))
        .thenApply(answer -> answer.map(Response::toString).orElse(fresh));
  }
}
