package dev.backstep.stack.postgres;

import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.TextFile;
import dev.backstep.stack.process.Launch;
import dev.backstep.stack.process.MadeOnce;
import dev.backstep.stack.process.Recipe;
import dev.backstep.stack.process.Signal;
import dev.backstep.stack.process.UserCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A streaming replica of the primary: copied from it at its first start, and again when it can no
 * longer follow, because it was promoted or stayed away for too long, or when the machine was
 * started anew, for it does not wait for its disk.
 */
public final class ReplicaRecipe implements Recipe {
  private static final Map<String, String> ENVIRONMENT = Map.of("LC_ALL", "C");

  private final Layout layout;

  public ReplicaRecipe(Layout layout) {
    this.layout = layout;
  }

  @Override
  public Launch prepare() {
    var unprivileged = Unprivileged.detect();
    var distribution =
        Distribution.in(unprivileged.reachable(UserCache.directory()), layout.root());
    Path home =
        TextFile.directory(unprivileged.reachable(layout.directory().of("postgres-replica")));
    Path primary = unprivileged.reachable(layout.directory().of("postgres")).resolve("data");
    Path data = home.resolve("data");
    var unforced = UnforcedCopy.notedIn(home.resolve("written-in-run"));
    forgetIfLost(data, unforced);
    MadeOnce.at(data, fresh -> new BaseBackup(layout, primary).into(fresh));
    StaleLock.removeFrom(data);
    TextFile.write(data.resolve("backstep.conf"), settings(unforced.begin()));
    unprivileged.give(home);
    var command = List.of(distribution.program("postgres"), "-D", data.toString());
    return new Launch(unprivileged.command(command), home, ENVIRONMENT);
  }

  private void forgetIfLost(Path data, UnforcedCopy unforced) {
    if (!unforced.isInDoubt() && new BaseBackup(layout, data).canFollow(data)) {
      return;
    }
    try {
      MadeOnce.delete(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // Nothing was answered because the replica has it, and its disk is the primary's: forcing both
  // makes every commit wait for two. Its pages are mostly new ones that nobody reads again.
  private String settings(boolean unforced) {
    return PostgresSettings.of(layout, Part.POSTGRES_REPLICA)
        + (unforced ? "fsync = off\n" : "")
        + """
        shared_buffers = '128MB'
        primary_conninfo = 'host=127.0.0.1 port=%d user=%s password=%s application_name=%s'
        primary_slot_name = '%s'
        """
            .formatted(
                layout.port(Part.POSTGRES),
                Databases.REPLICATOR,
                layout.secrets().password(Databases.REPLICATOR),
                Part.POSTGRES_REPLICA.label(),
                BaseBackup.SLOT);
  }

  /** After a kill its children may hold the shared memory for a moment longer. */
  @Override
  public boolean worthAnotherTry(String lastLines) {
    return lastLines.contains("postmaster.pid") || lastLines.contains("pre-existing shared memory");
  }

  @Override
  public Signal stopSignal() {
    return Signal.INT;
  }
}
