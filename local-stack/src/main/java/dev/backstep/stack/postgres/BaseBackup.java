package dev.backstep.stack.postgres;

import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A copy of the running primary's files, by PostgreSQL's low-level backup functions: the artifacts
 * bring no pg_basebackup. A slot, made before the copy, keeps what has to be replayed over it.
 */
record BaseBackup(Layout layout, Path primary) {
  /** What the replica follows the primary by. */
  static final String SLOT = "replica";

  private static final String STANDBY = "standby.signal";

  // Directories of which a copy has only the empty frame, and files that belong to the primary.
  private static final Set<String> EMPTY =
      Set.of("pg_wal", "pg_replslot", "pg_dynshmem", "pg_notify", "pg_stat_tmp", "pg_subtrans");
  private static final Set<String> LEFT_OUT =
      Set.of("postmaster.pid", "postmaster.opts", "postgresql.auto.conf");

  /** Fills that new directory; the primary goes on working meanwhile. */
  void into(Path fresh) throws IOException {
    try (var connection = Connections.open(layout, Databases.SUPERUSER, Databases.SUPERUSER);
        var statement = connection.createStatement()) {
      provideSlot(statement);
      statement.execute("SELECT pg_backup_start('replica', fast => true)");
      copy(primary, fresh);
      Files.writeString(fresh.resolve("backup_label"), stop(statement));
    } catch (SQLException e) {
      throw new StackFailure("The replica could not be copied: " + e.getMessage(), e);
    }
    Files.writeString(fresh.resolve("postgresql.auto.conf"), "");
    Files.createFile(fresh.resolve(STANDBY));
  }

  /** Whether the replica in that directory is a replica still, as far as the primary can tell. */
  boolean canFollow(Path data) {
    if (!Files.exists(data.resolve(STANDBY))) {
      return false;
    }
    try (var connection = Connections.open(layout, Databases.SUPERUSER, Databases.SUPERUSER)) {
      return slotHoldsEnough(connection);
    } catch (SQLException e) {
      return true; // the primary is away: the replica may serve reads meanwhile
    }
  }

  private static boolean slotHoldsEnough(Connection connection) throws SQLException {
    try (var select =
        connection.prepareStatement(
            """
            SELECT 1 FROM pg_replication_slots
            WHERE slot_name = ? AND wal_status IN ('reserved', 'extended')
            """)) {
      select.setString(1, SLOT);
      try (var row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  /** A slot of an earlier replica would reserve what nobody needs, or have lost what we need. */
  private static void provideSlot(Statement statement) throws SQLException {
    statement.execute(
        """
        SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots
        WHERE slot_name = '%1$s' AND NOT active
        """
            .formatted(SLOT));
    statement.execute("SELECT pg_create_physical_replication_slot('%s', true)".formatted(SLOT));
  }

  private static String stop(Statement statement) throws SQLException {
    try (var row = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
      row.next();
      return row.getString(1);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(
        to, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    try (Stream<Path> children = Files.list(from)) {
      for (Path child : children.toList()) {
        String name = child.getFileName().toString();
        if (EMPTY.contains(name)) {
          Files.createDirectories(to.resolve(name));
        } else if (!LEFT_OUT.contains(name)) {
          copyAll(child, to.resolve(name));
        }
      }
    }
  }

  private static void copyAll(Path from, Path to) throws IOException {
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path each : walk.toList()) {
        copyOne(each, to.resolve(from.relativize(each).toString()));
      }
    }
  }

  private static void copyOne(Path from, Path to) throws IOException {
    try {
      Files.copy(from, to);
    } catch (NoSuchFileException e) {
      // dropped meanwhile: replay drops it again
    }
  }
}
