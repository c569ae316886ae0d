package dev.backstep.reads.wiring;

import dev.backstep.reads.routing.Strategy;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a deployment may say of the reads of one service. Nothing said: one database, no replica.
 */
@ConfigMapping(prefix = "backstep.reads")
interface ReadsConfig {
  /** How reads are kept from lying. */
  @WithDefault("token")
  Strategy strategy();

  /** Of the strategy time-window: how long a customer reads from the primary after a write. */
  @WithDefault("PT2S")
  Duration window();

  /**
   * Seals the tokens; the same in all instances of the service. Left out, each makes its own, and
   * reads that come with another's token go to the primary.
   */
  Optional<String> tokenKey();

  /** The replicas by name. They are read with the user and the password of the primary. */
  Map<String, Server> replicas();

  /** Connections to each replica: as many as there are threads that read, and one to watch. */
  @WithDefault("12")
  int replicaConnections();

  /** A replica. */
  interface Server {
    /** Its JDBC URL, with the database. */
    String url();
  }
}
