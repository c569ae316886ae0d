package dev.backstep.bench.cost;

import dev.backstep.stack.LocalStack;
import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.StackFailure;
import dev.backstep.stack.postgres.Connections;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** Reads what a stack has used so far, from the outside. */
public final class Meter implements AutoCloseable {
  /** PostgreSQL's processes hand in their counters within a second of falling idle. */
  private static final Duration HANDED_IN = Duration.ofMillis(1_200);

  private static final String[] DATABASES =
      Part.withDatabase().stream().map(Databases::of).toArray(String[]::new);

  private final Layout layout;
  private final Processes processes;
  private final Records records;
  private final GcLogs gc;

  private Meter(Layout layout, Processes processes, Records records, GcLogs gc) {
    this.layout = layout;
    this.processes = processes;
    this.records = records;
    this.gc = gc;
  }

  /** The meter of a running stack; processes that start later show no pauses. */
  public static Meter of(LocalStack stack) throws InterruptedException {
    var layout = stack.layout();
    return new Meter(
        layout,
        new Processes(stack),
        Records.of(layout.url(Part.KAFKA)),
        GcLogs.switchOn(layout, stack.pids()));
  }

  /** Everything used until now. */
  public record Reading(
      long nanos,
      Map<String, Duration> cpu,
      DatabaseWork database,
      long records,
      Map<String, Long> gcMarks) {}

  /** Looks at once: for the beginning of a stretch, after some rest. */
  public Reading begin() throws InterruptedException {
    return new Reading(
        System.nanoTime(), processes.cpu(), database(), records.written(), gc.marks());
  }

  /** What was used since then; takes a moment, which is not counted. */
  public Costs since(Reading begin) throws InterruptedException {
    var cpu = Processes.used(begin.cpu, processes.cpu());
    var wall = Duration.ofNanos(System.nanoTime() - begin.nanos);
    Thread.sleep(HANDED_IN);
    var work = database().minus(begin.database);
    return new Costs(
        wall,
        cpu,
        work.transactions(),
        work.walBytes(),
        work.walSyncs(),
        records.written() - begin.records,
        gc.since(begin.gcMarks));
  }

  // Connected anew each time: the server may have been restarted since.
  private DatabaseWork database() {
    try (var server = Connections.open(layout, Databases.SUPERUSER, Databases.SUPERUSER)) {
      return DatabaseWork.read(server, DATABASES);
    } catch (SQLException e) {
      throw new StackFailure("PostgreSQL does not tell its counters: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    records.close();
  }
}
