package dev.backstep.stack.postgres;

import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.Purpose;

/** What the server is told in {@code backstep.conf}; ALTER SYSTEM still has the last word. */
public final class PostgresSettings {
  // Two instances of four services with pools of up to twenty, and room for tests and people.
  private static final int CONNECTIONS = 200;
  private static final int CONNECTIONS_IN_TESTS = 100;

  // A replica that stays away for longer is made anew; the primary's disk is worth more.
  private static final String KEPT_FOR_REPLICA = "1GB";

  private PostgresSettings() {}

  /** What the primary is told, and by being copied its replica too. */
  public static String of(Layout layout, Part server) {
    boolean durable = layout.settings().purpose() == Purpose.USE;
    return """
    listen_addresses = '127.0.0.1'
    unix_socket_directories = ''
    port = %d
    max_connections = %d
    password_encryption = 'scram-sha-256'
    shared_buffers = '256MB'
    # Checkpoints by time, not in the middle of a load.
    max_wal_size = '3GB'
    wal_compression = on
    # Short statements: what compiling them would save is less than what it costs.
    jit = off
    checkpoint_timeout = '15min'
    # What a replica needs. For readers of the log it would be 'logical', where each update of a
    # row writes all of it to the log, not only what changed.
    wal_level = 'replica'
    max_wal_senders = 10
    max_replication_slots = 10
    max_slot_wal_keep_size = '%s'
    log_line_prefix = '%%m [%%p] %%q%%u@%%d '
    log_lock_waits = on
    fsync = %s
    full_page_writes = %s
    """
        .formatted(
            layout.port(server),
            durable ? CONNECTIONS : CONNECTIONS_IN_TESTS,
            KEPT_FOR_REPLICA,
            durable ? "on" : "off",
            durable ? "on" : "off");
  }
}
