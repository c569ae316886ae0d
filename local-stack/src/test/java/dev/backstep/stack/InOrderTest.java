package dev.backstep.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.StackFailure;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class InOrderTest {
  private static final Instance SERVICE = Instance.of(Part.ORDER_SERVICE);
  private static final Instance SERVER = Instance.of(Part.POSTGRES);

  private final List<Instance> reached = new CopyOnWriteArrayList<>();

  @Test
  void goesDownFromWhatNeedsOthers() {
    InOrder.downwards(List.of(SERVER, SERVICE), reached::add);
    assertThat(reached).containsExactly(SERVICE, SERVER);
  }

  @Test
  void goesOnDownThoughOneAboveFailed() {
    assertThatThrownBy(() -> InOrder.downwards(List.of(SERVICE, SERVER), this::failForTheService))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("does not leave");
    assertThat(reached).containsExactly(SERVER);
  }

  private void failForTheService(Instance instance) {
    if (instance.equals(SERVICE)) {
      throw new StackFailure("does not leave");
    }
    reached.add(instance);
  }
}
