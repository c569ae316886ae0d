package dev.backstep.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.ProjectRoot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packaged services, started outside the stack, where nobody tells them anything. */
class StartTest {
  private static final List<String> ALL_BUT_THE_DATABASE =
      List.of(
          "-Dquarkus.datasource.username=somebody",
          "-Dkafka.bootstrap.servers=localhost:1",
          "-Dmp.jwt.verify.issuer=https://issuer.example",
          "-Dmp.jwt.verify.publickey.location=key.pem",
          "-Dbackstep.gateway.url=http://localhost:1");

  static Stream<Part> services() {
    return Part.services().stream();
  }

  @ParameterizedTest
  @MethodSource("services")
  void sayInOneLineEverythingThatTheyWereNotTold(Part service) throws Exception {
    assertThat(start(service, List.of()))
        .singleElement()
        .asString()
        .startsWith(service.label() + " cannot start: set ")
        .contains("quarkus.datasource.jdbc.url (its database, such as ")
        .contains("kafka.bootstrap.servers", "mp.jwt.verify.issuer", "mp.jwt.verify.publickey");
  }

  @ParameterizedTest
  @MethodSource("services")
  void sayInOneLineThatTheDatabaseIsMissing(Part service) throws Exception {
    assertThat(start(service, ALL_BUT_THE_DATABASE))
        .singleElement()
        .asString()
        .startsWith(service.label() + " cannot start: set quarkus.datasource.jdbc.url (")
        .doesNotContain("; ");
  }

  /** Every line that it wrote, when it ended by itself as a failure. */
  private static List<String> start(Part service, List<String> options)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-jar", ProjectRoot.find().serviceJar(service).toString()));
    var starting = new ProcessBuilder(command).redirectErrorStream(true);
    starting.environment().keySet().removeIf(StartTest::mightSaySomething);
    var process = starting.start();
    try (var output = process.inputReader()) {
      var lines = output.lines().toList();
      assertThat(process.waitFor()).as(String.join("\n", lines)).isEqualTo(1);
      return lines;
    }
  }

  /** Settings, and options of the JVM, which it repeats aloud. */
  private static boolean mightSaySomething(String variable) {
    return Stream.of("QUARKUS_", "KAFKA_", "MP_", "BACKSTEP_", "JAVA_TOOL_OPTIONS", "JDK_JAVA_")
        .anyMatch(variable::startsWith);
  }
}
