package dev.backstep.stack.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.backstep.contracts.Topics;
import dev.backstep.stack.layout.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

class RightsTest {
  private static final List<Rights> ALL = Part.services().stream().map(Rights::of).toList();

  @Test
  void everyTopicHasSomebodyWhoMayWriteIt() {
    assertThat(Topics.live())
        .allSatisfy(
            topic -> assertThat(ALL).anySatisfy(each -> assertThat(each.writes()).contains(topic)));
  }

  @Test
  void whoReadsATopicMayPutAsideWhatCannotBeApplied() {
    assertThat(ALL)
        .allSatisfy(each ->
            assertThat(each.reads().stream().filter(Topics.live()::contains))
                .allSatisfy(
                    topic -> assertThat(each.writes()).contains(Topics.deadLettersOf(topic))));
  }

  @Test
  void onlyTheOrchestratorCommands() {
    assertThat(ALL)
        .filteredOn(each -> each.writes().stream().anyMatch(topic -> topic.endsWith(".commands")))
        .extracting(Rights::user)
        .containsExactly("saga-orchestrator");
  }

  @Test
  void nobodyElseHasAnyRight() {
    assertThatIllegalArgumentException().isThrownBy(() -> Rights.of(Part.GATEWAY));
  }
}
