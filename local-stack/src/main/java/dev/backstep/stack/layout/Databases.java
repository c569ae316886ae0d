package dev.backstep.stack.layout;

import java.util.List;
import java.util.stream.Stream;

/**
 * The names of databases and their roles: one rule, used by the server and by the services'
 * configuration.
 */
public final class Databases {
  /** The superuser; no service gets it. */
  public static final String SUPERUSER = "postgres";

  /** Reads every database, changes none. */
  public static final String AUDITOR = "auditor";

  /** Streams the write-ahead log to the replica, reads no table. */
  public static final String REPLICATOR = "replicator";

  private Databases() {}

  /** The database of that service, which is also the name of its application role. */
  public static String of(Part service) {
    if (!service.hasDatabase()) {
      throw new IllegalArgumentException(service.label() + " has no database");
    }
    return service.label().replace('-', '_');
  }

  /** The role that owns the tables; only migrations use it. */
  public static String ownerOf(Part service) {
    return of(service) + "_owner";
  }

  /** Every role that logs in. */
  public static List<String> roles() {
    return Stream.concat(
            Stream.of(SUPERUSER, AUDITOR, REPLICATOR),
            Part.withDatabase().stream()
                .flatMap(service -> Stream.of(of(service), ownerOf(service))))
        .toList();
  }
}
