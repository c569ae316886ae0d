package dev.backstep.stack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MadeOnceTest {
  @TempDir Path directory;

  @Test
  void startsAtTheSameTimeSeeOneWholeDirectory() throws IOException {
    Path target = directory.resolve("programs");
    IntStream.range(0, 8).parallel().forEach(_ -> MadeOnce.at(target, MadeOnceTest::fill));
    assertThat(target.resolve("complete")).exists();
    try (var entries = Files.list(directory)) {
      assertThat(entries).containsExactly(target);
    }
  }

  private static void fill(Path fresh) throws IOException {
    Files.createDirectories(fresh);
    Files.writeString(fresh.resolve("complete"), "");
  }

  @Test
  void nothingIsThereWhenTheFillingFails() {
    Path target = directory.resolve("programs");
    assertThatThrownBy(() ->
            MadeOnce.at(
                target,
                fresh -> {
                  Files.createDirectories(fresh);
                  throw new IOException("disk full");
                }))
        .hasMessageContaining("disk full");
    assertThat(target).doesNotExist();
  }
}
