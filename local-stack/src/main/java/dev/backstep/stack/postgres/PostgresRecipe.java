package dev.backstep.stack.postgres;

import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.Purpose;
import dev.backstep.stack.layout.TextFile;
import dev.backstep.stack.process.Command;
import dev.backstep.stack.process.Launch;
import dev.backstep.stack.process.MadeOnce;
import dev.backstep.stack.process.Recipe;
import dev.backstep.stack.process.Signal;
import dev.backstep.stack.process.UserCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL: made by initdb at its first start, then run as it is. */
public final class PostgresRecipe implements Recipe {
  private static final Map<String, String> ENVIRONMENT = Map.of("LC_ALL", "C");

  private final Layout layout;

  public PostgresRecipe(Layout layout) {
    this.layout = layout;
  }

  @Override
  public Launch prepare() {
    var unprivileged = Unprivileged.detect();
    var distribution =
        Distribution.in(unprivileged.reachable(UserCache.directory()), layout.root());
    Path home = TextFile.directory(unprivileged.reachable(layout.directory().of("postgres")));
    unprivileged.give(home);
    Path data =
        MadeOnce.at(
            home.resolve("data"), fresh -> initialize(fresh, home, distribution, unprivileged));
    StaleLock.removeFrom(data);
    TextFile.write(data.resolve("backstep.conf"), PostgresSettings.of(layout, Part.POSTGRES));
    unprivileged.give(home);
    var command = List.of(distribution.program("postgres"), "-D", data.toString());
    return new Launch(unprivileged.command(command), home, ENVIRONMENT);
  }

  private void initialize(
      Path fresh, Path home, Distribution distribution, Unprivileged unprivileged)
      throws IOException {
    Path password = home.resolve("superuser");
    TextFile.write(password, layout.secrets().password(Databases.SUPERUSER));
    unprivileged.give(home);
    try {
      var command = unprivileged.command(initdb(fresh, password, distribution));
      Command.run(new Launch(command, home, ENVIRONMENT)).orFail("initdb");
    } finally {
      Files.delete(password);
    }
    Files.writeString(
        fresh.resolve("postgresql.conf"), "\ninclude 'backstep.conf'\n", StandardOpenOption.APPEND);
  }

  private List<String> initdb(Path data, Path password, Distribution distribution) {
    var command = new ArrayList<String>();
    command.add(distribution.program("initdb"));
    command.addAll(List.of("-D", data.toString(), "-U", Databases.SUPERUSER));
    command.addAll(List.of("-A", "scram-sha-256", "--pwfile", password.toString()));
    // The builtin locale sorts alike on every system, so that an index survives a move.
    command.addAll(List.of("-E", "UTF8", "--locale-provider=builtin", "--locale=C.UTF-8"));
    command.add("--no-instructions");
    if (layout.settings().purpose() == Purpose.TESTS) {
      command.add("--no-sync");
    }
    return command;
  }

  @Override
  public void afterReady() {
    Provisioning.of(layout).run();
  }

  /** After a kill its children may hold the shared memory for a moment longer. */
  @Override
  public boolean worthAnotherTry(String lastLines) {
    return lastLines.contains("postmaster.pid") || lastLines.contains("pre-existing shared memory");
  }

  /** The fast shutdown; TERM would wait for clients. */
  @Override
  public Signal stopSignal() {
    return Signal.INT;
  }
}
