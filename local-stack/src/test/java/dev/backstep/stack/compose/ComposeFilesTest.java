package dev.backstep.stack.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.ProjectRoot;
import dev.backstep.stack.layout.StackDirectory;
import dev.backstep.stack.layout.TextFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeFilesTest {
  private static final Pattern MOUNTED = Pattern.compile("file: \\.backstep-compose/(\\S+)}");

  @TempDir Path home;
  private StackDirectory directory = new StackDirectory(Path.of("."));

  @BeforeEach
  void write() {
    directory = new StackDirectory(home.resolve("compose"));
    ComposeFiles.in(directory).write();
  }

  @Test
  void writesEveryFileThatTheComposeFileMounts() throws IOException {
    var compose = Files.readString(ProjectRoot.find().path().resolve("docker-compose.yml"));
    var mounted = MOUNTED.matcher(compose).results().map(match -> match.group(1)).toList();

    assertThat(mounted).hasSizeGreaterThan(10);
    assertThat(mounted).allSatisfy(file -> assertThat(directory.of(file)).isNotEmptyFile());
  }

  @Test
  void isReadByContainersOfAnyUserAndEnteredByItsOwnerAlone() throws IOException {
    assertThat(permissions(directory.path())).isEqualTo("rwx------");
    try (Stream<Path> files = Files.walk(directory.path())) {
      assertThat(files.filter(Files::isRegularFile).map(ComposeFilesTest::permissions))
          .containsOnly("rw-r--r--");
    }
  }

  @Test
  void namesServersAsContainersDo() {
    var settings = TextFile.readProperties(directory.of("files/payment-service.properties"));

    assertThat(settings)
        .containsEntry(
            "quarkus.datasource.jdbc.url", "jdbc:postgresql://postgres:5432/payment_service")
        .containsEntry("kafka.bootstrap.servers", "kafka:9092")
        .containsEntry("backstep.gateway.url", "http://gateway:8080")
        .containsEntry("mp.jwt.verify.publickey.location", "file:/run/secrets/token-key.pem");
  }

  @Test
  void keepsPasswordsAndKeyWhenWrittenAgain() {
    var files =
        Stream.of("files/postgres-password", "secrets/token-key.json", "files/redis.conf").toList();
    var before = files.stream().map(file -> TextFile.read(directory.of(file))).toList();

    ComposeFiles.in(directory).write();

    assertThat(files.stream().map(file -> TextFile.read(directory.of(file))).toList())
        .isEqualTo(before);
  }

  @Test
  void givesEachServiceItsOwnPasswordsAlone() {
    var passwords = TextFile.readProperties(directory.of("secrets/passwords.properties"));
    var orders = TextFile.read(directory.of("files/order-service.properties")).orElseThrow();

    assertThat(orders).contains(passwords.get(Databases.of(Part.ORDER_SERVICE)));
    assertThat(orders)
        .doesNotContain(
            passwords.get(Databases.of(Part.PAYMENT_SERVICE)), passwords.get(Databases.SUPERUSER));
  }

  private static String permissions(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
