package dev.backstep.stack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.backstep.stack.layout.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaemonTest {
  private static final List<String> SLEEP = List.of("sleep", "600");

  @TempDir Path directory;
  private Daemon daemon = new Daemon("none", Path.of("none"), Path.of("none"));

  @BeforeEach
  void nameIt() {
    daemon = new Daemon("sleeper", directory.resolve("sleeper.pid"), directory.resolve("log"));
  }

  @AfterEach
  void endIt() {
    daemon.live().ifPresent(LiveProcess::kill);
  }

  private LiveProcess spawned(List<String> command) {
    daemon.spawn(new Launch(command, directory));
    return daemon.live().orElseThrow();
  }

  @Test
  void isFoundAgainByItsPidFile() {
    var process = spawned(SLEEP);
    assertThat(new Daemon("x", daemon.pidFile(), daemon.log()).live()).contains(process);
  }

  @Test
  void aPidThatMeansAnotherProcessByNowIsNotKilled() throws Exception {
    Process stranger = new ProcessBuilder(SLEEP).start();
    try {
      TextFile.write(daemon.pidFile(), stranger.pid() + "\n12345\n");
      assertThat(daemon.live()).isEmpty();
      new LiveProcess(stranger.pid(), "12345").kill();
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly().waitFor();
    }
  }

  @Test
  void aPidFileThatWasCutOffMeansNoProcess() {
    TextFile.write(daemon.pidFile(), "12");
    assertThat(daemon.live()).isEmpty();
  }

  @Test
  void isGoneAfterAKillEvenAsAZombie() {
    var process = spawned(SLEEP);
    process.kill();
    assertThat(daemon.live()).isEmpty();
    assertThat(daemon.wasStarted()).isTrue();
  }

  @Test
  void isBatchWorkWhereTheSystemKnowsThat() {
    assumeThat(Command.succeeds(List.of("chrt", "-b", "0", "true"))).isTrue();
    var process = spawned(SLEEP);
    var policy = List.of("chrt", "-p", String.valueOf(process.pid()));
    Awaitility.await()
        .untilAsserted(() -> assertThat(Command.run(policy).output()).contains("SCHED_BATCH"));
  }

  @Test
  void ignoresTheTerminalsInterruptAndHangUp() {
    var process = spawned(SLEEP);
    process.send(Signal.INT);
    Command.run(List.of("bash", "-c", "kill -s HUP " + process.pid()));
    Awaitility.await()
        .during(Duration.ofMillis(200))
        .untilAsserted(() -> assertThat(process.isAlive()).isTrue());
  }

  @Test
  void isStoppedEvenWhenPaused() {
    var process = spawned(SLEEP);
    process.send(Signal.STOP);
    process.stop(Signal.TERM, Duration.ofSeconds(10));
    assertThat(daemon.live()).isEmpty();
  }

  @Test
  void isKilledWhenItDoesNotLeave() {
    var process = spawned(List.of("bash", "-c", "trap '' TERM; while :; do sleep 1; done"));
    process.stop(Signal.TERM, Duration.ofMillis(300));
    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void isKilledTogetherWithTheProcessesThatItStarted() {
    Path child = directory.resolve("child");
    var process =
        spawned(List.of("bash", "-c", "sleep 600 & echo $! >\"$0\"; wait", child.toString()));
    Awaitility.await()
        .until(() -> TextFile.read(child).filter(text -> text.endsWith("\n")).isPresent());
    long pid = Long.parseLong(TextFile.read(child).orElseThrow().strip());
    process.kill();
    Awaitility.await().until(() -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
  }

  @Test
  void isMadeToLeaveWhenItHasDoneEnough() {
    Path done = directory.resolve("done");
    var process =
        spawned(
            List.of(
                "bash",
                "-c",
                "trap 'touch \"$0\"' TERM; while :; do sleep 0.1; done",
                done.toString()));
    process.send(Signal.CONT);
    assertThat(process.stop(Signal.TERM, Duration.ofSeconds(30), () -> Files.exists(done)))
        .isFalse();
    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void writesToItsLogAndOnlyTheLinesSinceItsStartAreShown() throws IOException {
    Files.writeString(daemon.log(), "an older line\n");
    var log = LogFile.mark(daemon.log());
    daemon.spawn(new Launch(List.of("echo", "a new line"), directory));
    Awaitility.await().untilAsserted(() -> assertThat(log.lastLines()).isEqualTo("a new line"));
  }
}
