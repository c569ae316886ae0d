package dev.backstep.reads.cache;

import dev.backstep.reads.memory.RedisLink;
import io.vertx.mutiny.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The entries of one cache in Redis, each a hash with its value, until when it is fresh, whose
 * lease it is to refresh it, and the fence. Every step is one script, by Redis' own clock.
 */
final class CacheStore {
  private static final String NOW =
      "local t = redis.call('TIME')\nlocal now = t[1] * 1000 + math.floor(t[2] / 1000)\n";

  private static final String READ =
      NOW
          + """
          local e = redis.call('HMGET', KEYS[1], 'value', 'fresh', 'lease')
          if e[1] and tonumber(e[2]) > now then return {'fresh', e[1]} end
          if e[3] and tonumber(e[3]) > now then
            if e[1] then return {'stale', e[1]} end
            return {'awaited'}
          end
          local fence = redis.call('HINCRBY', KEYS[1], 'fence', 1)
          redis.call('HSET', KEYS[1], 'lease', string.format('%d', now + ARGV[1]))
          redis.call('PEXPIRE', KEYS[1], ARGV[2])
          if e[1] then return {'ours', fence, e[1]} end
          return {'ours', fence}
          """;

  private static final String FILL =
      NOW
          + """
          local e = redis.call('HMGET', KEYS[1], 'fence', 'lease')
          if e[1] ~= ARGV[1] or not e[2] or tonumber(e[2]) <= now then return 0 end
          redis.call('HSET', KEYS[1], 'value', ARGV[2], 'fresh', string.format('%d', now + ARGV[3]))
          redis.call('HDEL', KEYS[1], 'lease')
          redis.call('PEXPIRE', KEYS[1], ARGV[4])
          return 1
          """;

  // The fence stays, for longer than any lease: a refresher that read the old value comes too late.
  private static final String INVALIDATE =
      """
      for _, key in ipairs(KEYS) do
        redis.call('HDEL', key, 'value', 'fresh', 'lease')
        redis.call('HINCRBY', key, 'fence', 1)
        redis.call('PEXPIRE', key, ARGV[1])
      end
      """;

  private final RedisLink redis;
  private final String prefix;
  private final CacheTimes times;

  CacheStore(RedisLink redis, String name, CacheTimes times) {
    this.redis = redis;
    this.prefix = "cache:v1:" + name + ":";
    this.times = times;
  }

  /** Never fails, and takes a bounded time. */
  CompletableFuture<Entry> read(String key) {
    return redis
        .runInARush(
            READ, List.of(prefix + key), List.of(millis(times.lease()), millis(times.life())))
        .thenApply(answer -> answer.map(CacheStore::entry).orElseGet(Entry.Unknown::new))
        .exceptionally(_ -> new Entry.Unknown());
  }

  /** Whether the value was written: not when the lease is over, or the fence has moved on. */
  CompletableFuture<Boolean> fill(String key, long fence, String value) {
    var arguments =
        List.of(Long.toString(fence), value, millis(times.fresh()), millis(times.life()));
    return redis
        .runInARush(FILL, List.of(prefix + key), arguments)
        .thenApply(answer -> answer.map(Response::toInteger).filter(it -> it == 1).isPresent())
        .exceptionally(_ -> false);
  }

  /** Fails when Redis does: try again, or the entries live to the end of their time. */
  CompletableFuture<Void> invalidate(List<String> keys) {
    var all = keys.stream().map(key -> prefix + key).toList();
    return redis.probe(INVALIDATE, all, List.of(millis(times.life()))).thenAccept(_ -> {});
  }

  private static Entry entry(Response answer) {
    return switch (answer.get(0).toString()) {
      case "fresh" -> new Entry.Fresh(answer.get(1).toString());
      case "stale" -> new Entry.Stale(answer.get(1).toString());
      case "awaited" -> new Entry.Awaited();
      case "ours" ->
          new Entry.Ours(
              answer.get(1).toLong(),
              answer.size() > 2 ? Optional.of(answer.get(2).toString()) : Optional.empty());
      default -> throw new IllegalStateException("the script answered " + answer);
    };
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }
}
