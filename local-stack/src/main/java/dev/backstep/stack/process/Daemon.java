package dev.backstep.stack.process;

import dev.backstep.stack.layout.TextFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A process that outlives whoever starts it. The shell that spawns it writes the pid file, so that
 * a launcher killed at any moment leaves no process that nobody knows. A process group of its own
 * keeps the terminal's Ctrl-C away from it. Where the system knows such a policy, it is scheduled
 * as batch work: who is woken waits until who runs has to wait itself, and fewer switches are left
 * to pay for, as decision 0026 tells. Its share of the processors is the same.
 */
public record Daemon(String name, Path pidFile, Path log) {
  private static final String SPAWN =
      """
      trap '' INT HUP
      umask 077
      pid_file=$1 log=$2
      shift 2
      if command -v setsid >/dev/null; then
        spawned_by=(setsid)
      else
        spawned_by=(perl -MPOSIX=setsid -e 'setsid(); exec {$ARGV[0]} @ARGV or die "$ARGV[0]: $!\\n"')
      fi
      if chrt -b 0 true >/dev/null 2>&1; then
        spawned_by+=(chrt -b 0)
      fi
      "${spawned_by[@]}" "$@" </dev/null >>"$log" 2>&1 &
      pid=$!
      if [ -r "/proc/$pid/stat" ]; then
        stat=$(<"/proc/$pid/stat")
        fields=(${stat##*) })
        birth=${fields[19]}
      else
        birth=$(LC_ALL=C ps -o lstart= -p "$pid")
      fi
      printf '%s\\n%s\\n' "$pid" "$birth" >"$pid_file.new" && mv "$pid_file.new" "$pid_file"
      """;

  /** The process, if it was started and still lives. */
  public Optional<LiveProcess> live() {
    return TextFile.read(pidFile).map(text -> text.lines().toList()).flatMap(Daemon::parse);
  }

  private static Optional<LiveProcess> parse(List<String> lines) {
    return lines.size() < 2
        ? Optional.empty()
        : LiveProcess.of(Long.parseLong(lines.getFirst().strip()), lines.get(1).strip());
  }

  /** Whether it was started and not stopped by us, alive or not. */
  public boolean wasStarted() {
    return Files.exists(pidFile);
  }

  /** Spawns it and returns at once; it may end at once too. */
  public void spawn(Launch launch) {
    var command = new ArrayList<>(List.of("bash", "-c", SPAWN, "spawn"));
    command.add(pidFile.toString());
    command.add(log.toString());
    command.addAll(launch.command());
    Command.run(new Launch(command, launch.directory(), launch.environment())).orFail(name);
  }

  /**
   * Whether what follows its start was done for this very process; a launcher may die before it
   * gets there.
   */
  public boolean isSetUp() {
    return TextFile.read(pidFile).isPresent()
        && TextFile.read(pidFile).equals(TextFile.read(setUpFile()));
  }

  /** Remembers that what follows its start was done. */
  public void markSetUp() {
    TextFile.read(pidFile).ifPresent(process -> TextFile.write(setUpFile(), process));
  }

  private Path setUpFile() {
    return pidFile.resolveSibling(pidFile.getFileName() + ".set-up");
  }

  /** Forgets a process that is gone. */
  public void forget() {
    try {
      Files.deleteIfExists(pidFile);
      Files.deleteIfExists(setUpFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
