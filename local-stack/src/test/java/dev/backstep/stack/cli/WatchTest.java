package dev.backstep.stack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.stack.layout.Part;
import dev.backstep.stack.testing.TestStack;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WatchTest {
  private final StringWriter told = new StringWriter();

  @Test
  void tellsWhatDiedAndNotWhatWasStopped() {
    try (var servers =
        TestStack.start(Path.of("target", "watch-test"), Set.of(Part.REDIS, Part.GATEWAY))) {
      var watch = new Watch(servers.processes(), new PrintWriter(told));
      watch.runOnce();
      assertThat(told.toString()).isEmpty();
      servers.stop(Part.REDIS);
      servers.kill(Part.GATEWAY);
      watch.runOnce();
      assertThat(told.toString())
          .startsWith("gateway died")
          .contains("gateway.log", "./backstep start gateway")
          .doesNotContain("redis");
      watch.run();
    }
  }
}
