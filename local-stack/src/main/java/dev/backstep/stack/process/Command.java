package dev.backstep.stack.process;

import dev.backstep.stack.layout.StackFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A short command that is waited for. */
public record Command(int exitCode, String output) {

  /** Runs it in the current directory. */
  public static Command run(List<String> command) {
    return run(new Launch(command, Path.of("").toAbsolutePath()));
  }

  /** Runs it and returns its output and errors together. */
  public static Command run(Launch launch) {
    try {
      Process process = start(launch);
      process.getOutputStream().close();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return new Command(process.waitFor(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(launch, e);
    }
  }

  private static Process start(Launch launch) throws IOException {
    var builder = new ProcessBuilder(launch.command()).redirectErrorStream(true);
    builder.directory(launch.directory().toFile());
    builder.environment().putAll(launch.environment());
    return builder.start();
  }

  private static StackFailure interrupted(Launch launch, InterruptedException e) {
    Thread.currentThread().interrupt();
    return new StackFailure("Interrupted while running " + launch.command().getFirst(), e);
  }

  /** Whether it can be run here and exits with 0. */
  public static boolean succeeds(List<String> command) {
    try {
      return run(command).exitCode() == 0;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /** The output, or a failure that shows it. */
  public String orFail(String what) {
    if (exitCode != 0) {
      throw new StackFailure("%s failed (exit code %d): %s".formatted(what, exitCode, output));
    }
    return output;
  }
}
