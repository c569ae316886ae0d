package dev.backstep.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandIdTest {
  @Test
  void isTheSameOnTheWireAndBack() {
    var id =
        new CommandId(
            UUID.fromString("0198a000-0000-7000-8000-000000000001"), "stock", Direction.UNDO);
    assertThat(id).hasToString("0198a000-0000-7000-8000-000000000001/stock/undo");
    assertThat(CommandId.parse(id.toString())).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "stock/do",
        "x/stock/do",
        "0198a000-0000-7000-8000-000000000001/stock/redo",
        "0198a000-0000-7000-8000-000000000001//do",
        "0198a000-0000-7000-8000-000000000001/Stock/do",
        "0198a000-0000-7000-8000-000000000001/stock/do/1"
      })
  void refusesWhatIsNoCommandId(String text) {
    assertThatThrownBy(() -> CommandId.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
