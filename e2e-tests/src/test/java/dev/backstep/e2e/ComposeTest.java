package dev.backstep.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.backstep.stack.compose.ComposeFiles;
import dev.backstep.stack.layout.ProjectRoot;
import dev.backstep.stack.layout.StackDirectory;
import dev.backstep.stack.process.Command;
import dev.backstep.stack.process.Launch;
import dev.backstep.stack.testing.TestStack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The very compose file, under another project name and on other ports than somebody's own. */
class ComposeTest {
  private static final Path ROOT = ProjectRoot.find().path();

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "COMPOSE_PROJECT_NAME", "backstep-test",
          // Its other way of building needs buildx, which not everybody has.
          "COMPOSE_DOCKER_CLI_BUILD", "0",
          "BACKSTEP_VERSION", "test",
          "BACKSTEP_ORDER_PORT", "28420",
          "BACKSTEP_INVENTORY_PORT", "28430",
          "BACKSTEP_PAYMENT_PORT", "28440",
          "BACKSTEP_CONSOLE_PORT", "28450");

  private static final List<String> BASES =
      List.of("eclipse-temurin:25-jre", "postgres:18", "apache/kafka:4.1.1", "redis:8");

  @BeforeAll
  static void lookForThem() {
    assumeTrue(TestStack.isOfContainers(), "the servers of these tests are no containers");
    for (var image : BASES) {
      assumeTrue(
          Command.succeeds(List.of("docker", "image", "inspect", image)), "no image " + image);
    }
  }

  @Test
  void carriesEveryOrderToItsEndAndItsBooksAddUp() {
    ComposeFiles.in(new StackDirectory(ROOT.resolve(".backstep-compose"))).write();
    assertSucceeds("up", "--detach", "--build");
    assertSucceeds(
        "run", "--rm", "tools", "dev.backstep.e2e.shop.Shop", "--data", "/stack", "--orders", "50");
  }

  @AfterEach
  void stop() {
    engine("down", "--volumes");
  }

  private static void assertSucceeds(String... words) {
    var done = engine(words);
    assertThat(done.exitCode()).as(done.output()).isZero();
  }

  private static Command engine(String... words) {
    var command = new ArrayList<String>();
    command.addAll(
        Command.succeeds(List.of("docker", "compose", "version"))
            ? List.of("docker", "compose")
            : List.of("docker-compose"));
    command.addAll(List.of(words));
    return Command.run(new Launch(command, ROOT, ENVIRONMENT));
  }
}
