package dev.backstep.stack.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir Path directory;

  @Test
  void areMadeOnceAndKept() {
    String first = Secrets.of(new StackDirectory(directory)).password(Databases.AUDITOR);
    String second = Secrets.of(new StackDirectory(directory)).password(Databases.AUDITOR);
    assertThat(second).isEqualTo(first).hasSizeGreaterThan(30);
  }

  @Test
  void areAllDifferent() {
    var secrets = Secrets.of(new StackDirectory(directory));
    assertThat(Databases.roles().stream().map(secrets::password)).doesNotHaveDuplicates();
  }

  @Test
  void onlyTheirOwnerReadsThem() throws IOException {
    Secrets.of(new StackDirectory(directory));
    Path file = directory.resolve("secrets/passwords.properties");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }
}
