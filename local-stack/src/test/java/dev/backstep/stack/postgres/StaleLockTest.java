package dev.backstep.stack.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.stack.layout.TextFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaleLockTest {
  @TempDir Path data;

  private Path lock(String content) {
    Path lock = data.resolve("postmaster.pid");
    TextFile.write(lock, content);
    return lock;
  }

  @Test
  void aLockWhosePidIsAnotherProgramsIsRemoved() {
    Path lock = lock(ProcessHandle.current().pid() + "\n/somewhere\n");
    StaleLock.removeFrom(data);
    assertThat(lock).doesNotExist();
  }

  @Test
  void aLockWhoseProcessIsGoneIsLeftToPostgres() {
    Path lock = lock("999999999\n/somewhere\n");
    StaleLock.removeFrom(data);
    assertThat(lock).exists();
  }

  @Test
  void aLockThatWasCutOffIsLeftToPostgres() {
    Path lock = lock("");
    StaleLock.removeFrom(data);
    assertThat(lock).exists();
  }
}
