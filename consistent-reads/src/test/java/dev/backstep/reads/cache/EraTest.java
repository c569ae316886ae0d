package dev.backstep.reads.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.reads.Stack;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EraTest {
  private final String name = "test-" + UUID.randomUUID();
  private final Era era = new Era(Stack.redis(), name);

  @Test
  void isTheSameForAllUntilItEnds() {
    assertThat(era.current("one").join()).contains("one");
    assertThat(new Era(Stack.redis(), name).current("two").join()).contains("one");
    era.end().join();
    assertThat(era.current("three").join()).contains("three");
  }

  @Test
  void endsSomeTimeByItself() {
    era.current("one").join();
    var left = Stack.api().pttl("era:v1:" + name).await().atMost(Duration.ofSeconds(10)).toLong();
    assertThat(left).isPositive();
  }
}
