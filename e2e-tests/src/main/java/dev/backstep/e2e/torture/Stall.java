package dev.backstep.e2e.torture;

import dev.backstep.stack.LocalStack;
import dev.backstep.stack.layout.Instance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Asks a process that has not answered in time what its threads do: afterwards nobody could tell.
 * Once for each process in each round, since asking is work, too.
 */
final class Stall implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Between the threads in what jcmd prints. */
  private static final Pattern BLANK_LINE = Pattern.compile("\\n\\s*\\n");

  /** A thread that works, or waits for what a request needs; the others of a pool rest. */
  private static final Pattern OF_INTEREST =
      Pattern.compile("^\"(vert\\.x-eventloop|order-writer|commits|main).*", Pattern.DOTALL);

  private static final int FRAMES = 5;

  private final LocalStack stack;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("stalls").factory());
  private final Map<Instance, Boolean> asked = new ConcurrentHashMap<>();
  private final Queue<String> notes = new ConcurrentLinkedQueue<>();

  Stall(LocalStack stack) {
    this.stack = stack;
  }

  /** Cancel it when the answer is there. */
  Future<?> suspect(Instance instance, Duration after) {
    return clock.schedule(() -> ask(instance), after.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void ask(Instance instance) {
    if (asked.putIfAbsent(instance, true) != null) {
      return;
    }
    var pid = stack.pids().get(instance);
    if (pid != null) {
      notes.add(instance.name() + " answers slowly; its threads:");
      notes.addAll(threadsOf(pid));
    }
  }

  /** A line for each thread that matters, or why there is none. */
  static List<String> threadsOf(long pid) {
    try {
      return BLANK_LINE
          .splitAsStream(print(pid))
          .filter(each -> OF_INTEREST.matcher(each).matches())
          .map(Stall::top)
          .toList();
    } catch (IOException e) {
      return List.of("  cannot be asked: " + e.getMessage());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private static String top(String thread) {
    var lines = thread.lines().map(String::strip).toList();
    var frames = lines.stream().filter(line -> line.startsWith("at ")).limit(FRAMES);
    return "  " + String.join(" ", Stream.concat(Stream.of(name(lines)), frames).toList());
  }

  private static String name(List<String> lines) {
    return lines.getFirst().split("\"", -1)[1];
  }

  private static String print(long pid) throws IOException, InterruptedException {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var output = Files.createTempFile("threads", ".txt");
    try {
      var process =
          new ProcessBuilder(jcmd, Long.toString(pid), "Thread.print")
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
      return Files.readString(output);
    } finally {
      Files.delete(output);
    }
  }

  /** What was found since the last time. */
  List<String> notes() {
    asked.clear();
    return Stream.generate(notes::poll).takeWhile(note -> note != null).toList();
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
