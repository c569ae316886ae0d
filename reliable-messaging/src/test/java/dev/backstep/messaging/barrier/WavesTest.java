package dev.backstep.messaging.barrier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Direction;
import dev.backstep.contracts.Headers;
import dev.backstep.contracts.InventoryCommand.ReleaseStock;
import dev.backstep.messaging.intake.Delivered;
import dev.backstep.messaging.wire.Received;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WavesTest {
  private static final UUID A = new UUID(0, 1);
  private static final UUID B = new UUID(0, 2);

  @Test
  void keepsTheOrderOfEachSagaAndNeverTwoOfOneSagaTogether() {
    var waves =
        CommandIntake.waves(
            List.of(
                command(A, Direction.DO),
                command(B, Direction.DO),
                command(A, Direction.UNDO),
                command(A, Direction.UNDO)));

    assertThat(waves).hasSize(3);
    assertThat(waves.get(0))
        .extracting(Admitted::id)
        .containsExactly(id(A, Direction.DO), id(B, Direction.DO));
    assertThat(waves.get(1)).extracting(Admitted::id).containsExactly(id(A, Direction.UNDO));
    assertThat(waves.get(2)).extracting(Admitted::id).containsExactly(id(A, Direction.UNDO));
  }

  private static CommandId id(UUID saga, Direction direction) {
    return new CommandId(saga, "stock", direction);
  }

  private static Delivered<ReleaseStock> command(UUID saga, Direction direction) {
    var headers = Map.of(Headers.ID, id(saga, direction).toString());
    return new Delivered<>(
        new ReleaseStock(saga),
        new Received("inventory.commands", 0, 0, saga.toString(), headers, new byte[0]));
  }
}
