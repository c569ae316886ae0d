package dev.backstep.stack.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverridesTest {
  @TempDir Path home;

  @Test
  void asksForNothingUntilSomebodyDoes() {
    assertThat(of(Part.ORDER_SERVICE).settings()).isEmpty();
    assertThat(of(Part.ORDER_SERVICE).jvmFlags()).isEmpty();
  }

  @Test
  void asksForWhatWasWrittenForItsProcessAlone() {
    of(Part.ORDER_SERVICE)
        .write(Map.of("quarkus.datasource.jdbc.max-size", "2"), List.of("-Xmx64m", "-Da=b"));

    assertThat(of(Part.ORDER_SERVICE).settings())
        .containsExactly(Map.entry("quarkus.datasource.jdbc.max-size", "2"));
    assertThat(of(Part.ORDER_SERVICE).jvmFlags()).containsExactly("-Xmx64m", "-Da=b");
    assertThat(of(Part.PAYMENT_SERVICE).settings()).isEmpty();
  }

  @Test
  void asksForNothingAfterItWasCleared() {
    of(Part.ORDER_SERVICE).write(Map.of("a", "b"), List.of("-Xmx64m"));

    of(Part.ORDER_SERVICE).clear();

    assertThat(of(Part.ORDER_SERVICE).settings()).isEmpty();
    assertThat(of(Part.ORDER_SERVICE).jvmFlags()).isEmpty();
  }

  private Overrides of(Part part) {
    return new Overrides(new StackDirectory(home), Instance.of(part));
  }
}
