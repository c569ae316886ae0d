package dev.backstep.reads.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.backstep.reads.Commits;
import dev.backstep.reads.Reads;
import dev.backstep.reads.memory.EventLoops;
import dev.backstep.reads.memory.Looks;
import dev.backstep.reads.memory.Marks;
import dev.backstep.reads.memory.RedisLink;
import dev.backstep.reads.replica.ReplicaWatch;
import dev.backstep.reads.replica.Replicas;
import dev.backstep.reads.routing.Needs;
import dev.backstep.reads.routing.Strategy;
import dev.backstep.reads.token.TokenSeal;
import io.netty.channel.EventLoopGroup;
import io.quarkus.netty.MainEventLoopGroup;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The parts as beans. The parts themselves know nothing of the container. */
@Singleton
class ReadsParts {
  private static final Logger LOG = Logger.getLogger(ReadsParts.class);
  private static final int KEY_BYTES = 32;

  private final ReadsConfig config;

  ReadsParts(ReadsConfig config) {
    this.config = config;
  }

  @Produces
  @Singleton
  TokenSeal seal() {
    return new TokenSeal(config.tokenKey().map(key -> key.getBytes(UTF_8)).orElseGet(this::ownKey));
  }

  private byte[] ownKey() {
    if (!config.replicas().isEmpty()) {
      LOG.warn(
          "backstep.reads.token-key is not set: tokens of other instances are not understood.");
    }
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }

  @Produces
  @Singleton
  RedisLink redis(RedisAPI redis, @MainEventLoopGroup EventLoopGroup loops) {
    return new RedisLink(redis, System::nanoTime, new EventLoops(loops));
  }

  @Produces
  @Singleton
  Marks marks(RedisLink redis, @ConfigProperty(name = "quarkus.application.name") String service) {
    return new Marks(redis, service, UUID::randomUUID, System::nanoTime);
  }

  @Produces
  @Singleton
  Looks looks(Marks marks) {
    return new Looks(marks);
  }

  @Produces
  @Singleton
  Replicas replicas(ReplicaPools pools) {
    return Replicas.of(pools.open());
  }

  @Produces
  @Singleton
  ReplicaWatch watch(DataSource primary, Replicas replicas, InstantSource time) {
    return new ReplicaWatch(primary, replicas, time);
  }

  @Produces
  @Singleton
  Commits commits(
      DataSource primary, Marks marks, TokenSeal seal, InstantSource time, Replicas replicas) {
    boolean remembering = !replicas.all().isEmpty() && config.strategy() != Strategy.LEADER_ONLY;
    return new Commits(primary, marks, seal, time, remembering);
  }

  @Produces
  @Singleton
  Reads reads(
      DataSource primary,
      Replicas replicas,
      Marks marks,
      TokenSeal seal,
      InstantSource time,
      ReadsMetrics metrics) {
    var needs = new Needs(config.strategy(), config.window());
    return new Reads(new Reads.Parts(needs, primary, replicas, marks, seal, time, metrics));
  }
}
