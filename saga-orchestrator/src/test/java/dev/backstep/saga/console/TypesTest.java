package dev.backstep.saga.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The bundler strips types without looking at them. The compiler and a runtime for it come with the
 * build, which unpacks them beside the module; so this test starts the service first.
 */
@QuarkusTest
class TypesTest {
  private static final Path RUNTIMES = Path.of("node_modules", "@deno");
  private static final String COMPILER = "node_modules/typescript/lib/tsc.js";
  private static final String PROJECT = "src/main/resources/web/tsconfig.json";

  @Test
  void everyTypeOfThePagesFits() throws IOException, InterruptedException {
    var runtime = runtime();
    assumeTrue(runtime.isPresent(), "The bundler brings no script runtime for this platform");
    var process =
        new ProcessBuilder(
                runtime.get().toString(),
                "run",
                "-A",
                "--unstable-detect-cjs",
                COMPILER,
                "-p",
                PROJECT)
            .redirectErrorStream(true);
    process.environment().put("DENO_DIR", Path.of("target", "deno").toAbsolutePath().toString());
    process.environment().put("DENO_NO_UPDATE_CHECK", "1");
    process.environment().put("NO_COLOR", "1");
    var running = process.start();
    var said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(running.waitFor()).as(said).isZero();
  }

  private static Optional<Path> runtime() throws IOException {
    if (!Files.isDirectory(RUNTIMES)) {
      return Optional.empty();
    }
    try (var files = Files.walk(RUNTIMES)) {
      return files.filter(file -> file.getFileName().toString().equals("deno")).findFirst();
    }
  }
}
