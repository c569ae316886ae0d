package dev.backstep.bench.stack;

import dev.backstep.stack.LocalStack;
import dev.backstep.stack.Progress;
import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.ProjectRoot;
import dev.backstep.stack.layout.Purpose;
import dev.backstep.stack.layout.StackDirectory;
import dev.backstep.stack.layout.StackFailure;
import dev.backstep.stack.layout.StackSettings;
import dev.backstep.stack.postgres.Connections;
import dev.backstep.stack.process.MadeOnce;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;

/**
 * A stack as a user gets it, in a directory of its own that disappears with it: when it is closed,
 * and when this process is asked to end. Only SIGKILL leaves something behind.
 */
public final class BenchStack implements AutoCloseable {
  private final LocalStack stack;
  private final Thread exit = new Thread(this::discard, "discard the stack");

  private BenchStack(LocalStack stack) {
    this.stack = stack;
  }

  /** Prepares one; nothing runs yet. */
  public static BenchStack in(Path directory, int portBase) {
    var settings = new StackSettings(portBase, Purpose.USE);
    var home = new StackDirectory(fresh(directory));
    var stack = new BenchStack(new LocalStack(Layout.of(ProjectRoot.find(), home, settings)));
    Runtime.getRuntime().addShutdownHook(stack.exit);
    return stack;
  }

  private static Path fresh(Path directory) {
    try {
      Files.createDirectories(directory.toAbsolutePath().resolveSibling("."));
      return Files.createDirectory(directory);
    } catch (IOException e) {
      throw new StackFailure(directory + " must be a new directory", e);
    }
  }

  /** Starts everything; returns how long that took. */
  public Duration start() {
    long begin = System.nanoTime();
    stack.start(LocalStack.firstOf(Part.usual()), Progress.silent());
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  /** Stops everything; the data stays. */
  public void stop() {
    stack.stopAll(Progress.silent());
  }

  public LocalStack processes() {
    return stack;
  }

  public Layout layout() {
    return stack.layout();
  }

  /** Tells the planner what is in the tables now. */
  public void analyze() {
    inEachDatabase("ANALYZE");
  }

  /** Does now what autovacuum and the checkpointer would do in the minutes after a load. */
  public void cleanUp() {
    inEachDatabase("VACUUM (ANALYZE)");
    in(Databases.SUPERUSER, "CHECKPOINT");
  }

  private void inEachDatabase(String command) {
    for (Part service : Part.services()) {
      in(Databases.of(service), command);
    }
  }

  private void in(String database, String command) {
    try (var connection = Connections.open(layout(), database, Databases.SUPERUSER);
        var statement = connection.createStatement()) {
      statement.execute(command);
    } catch (SQLException e) {
      throw new StackFailure(command + " failed: " + e.getMessage(), e);
    }
  }

  private void discard() {
    stack.breakOff(Set.of(), Progress.silent());
    try {
      MadeOnce.delete(layout().directory().path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    discard();
    try {
      Runtime.getRuntime().removeShutdownHook(exit);
    } catch (IllegalStateException _) {
      // It runs already, and finds nothing left to do.
    }
  }
}
