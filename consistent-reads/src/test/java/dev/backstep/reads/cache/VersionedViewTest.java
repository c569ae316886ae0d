package dev.backstep.reads.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.reads.Stack;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VersionedViewTest {
  private final VersionedView view = new VersionedView(Stack.redis(), "test-" + UUID.randomUUID());

  @Test
  void theNewestVersionStaysInWhateverOrderTheyComeAndHoweverOften() {
    var writes = new ArrayList<Versioned>();
    for (int version = 1; version <= 100; version++) {
      for (var key : List.of("a", "b")) {
        writes.add(new Versioned(key, version, key + version));
        writes.add(new Versioned(key, version, key + version));
      }
    }
    Collections.shuffle(writes, new Random(3));
    writes.forEach(each -> view.put(List.of(each)).join());
    assertThat(view.get("a").join()).contains("a100");
    assertThat(view.get("b").join()).contains("b100");
    assertThat(view.get("c").join()).isEmpty();
    assertThat(view.getAll(List.of("b", "c", "a")).join())
        .isEqualTo(Map.of("a", "a100", "b", "b100"));
  }

  @Test
  void aMemoryThatWasLostHasAnotherName() throws Exception {
    var first = view.generation("one").get();
    assertThat(view.generation("two").get()).isEqualTo(first).isEqualTo("one");
    var _ = Stack.api().flushall(List.of()).await().indefinitely();
    assertThat(view.generation("three").get()).isEqualTo("three");
  }
}
