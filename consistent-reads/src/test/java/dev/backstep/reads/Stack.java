package dev.backstep.reads;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.backstep.reads.memory.EventLoops;
import dev.backstep.reads.memory.Marks;
import dev.backstep.reads.memory.RedisLink;
import dev.backstep.reads.token.TokenSeal;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.testing.TestStack;
import io.netty.channel.EventLoopGroup;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The real servers of this module's tests, and the parts that talk to them. */
public final class Stack {
  private static final VertxInternal VERTX = (VertxInternal) Vertx.vertx();
  private static final TestStack SERVERS =
      TestStack.shared(Set.of(Part.POSTGRES, Part.POSTGRES_REPLICA, Part.REDIS));

  private Stack() {}

  /** All of them, started once. */
  public static TestStack servers() {
    return SERVERS;
  }

  /** Redis, warm. */
  public static RedisLink redis() {
    var api = api();
    api.ping(List.of()).await().indefinitely();
    return new RedisLink(api, System::nanoTime, new EventLoops(threads()));
  }

  /** The threads that read what Redis answers. */
  public static EventLoopGroup threads() {
    return VERTX.getEventLoopGroup();
  }

  /** Commands that no part needs. */
  public static RedisAPI api() {
    return new RedisAPI(io.vertx.redis.client.RedisAPI.api(Redis.createClient(VERTX, options())));
  }

  private static RedisOptions options() {
    return new RedisOptions()
        .setConnectionString(servers().redisUrl())
        .setMaxPoolSize(8)
        .setMaxPoolWaiting(1_000);
  }

  /** Marks of a process that never misses a look: its clock stands still. */
  public static Marks marks(RedisLink redis) {
    return marks(redis, () -> 0);
  }

  /** Marks of a process with that clock. */
  public static Marks marks(RedisLink redis, LongSupplier nanoTime) {
    return new Marks(redis, "test", UUID::randomUUID, nanoTime);
  }

  public static TokenSeal seal() {
    return new TokenSeal("a key".getBytes(UTF_8));
  }

  public static DataSource primary() {
    return source(servers().jdbcUrl("postgres"));
  }

  public static DataSource replica() {
    return source(servers().replicaUrl("postgres"));
  }

  private static DataSource source(String url) {
    var source = new PGSimpleDataSource();
    source.setURL(url);
    source.setUser("postgres");
    source.setPassword(servers().password("postgres"));
    source.setConnectTimeout(1);
    source.setSocketTimeout(1);
    return source;
  }
}
