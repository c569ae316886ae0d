package dev.backstep.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TopicsTest {
  @Test
  void everyMessageBelongsOnALiveTopic() {
    assertThat(Samples.all())
        .allSatisfy(message -> assertThat(Topics.live()).contains(Topics.of(message)));
  }

  @Test
  void everyTopicHasItsDeadLetters() {
    assertThat(Topics.all()).hasSize(2 * Topics.live().size()).doesNotHaveDuplicates();
    assertThat(Topics.originOf(Topics.deadLettersOf(Topics.SAGA_REPLIES)))
        .isEqualTo(Topics.SAGA_REPLIES);
  }

  @Test
  void refusesToNameTheOriginOfALiveTopic() {
    assertThatThrownBy(() -> Topics.originOf(Topics.SAGA_REPLIES))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
