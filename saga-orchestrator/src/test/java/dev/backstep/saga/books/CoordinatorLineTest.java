package dev.backstep.saga.books;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.saga.lra.LraSight;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoordinatorLineTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  @Test
  void saysNothingWhereNoCoordinatorIsConfigured() {
    assertThat(CoordinatorLine.of(LraSight.Health.NONE)).isEmpty();
  }

  @Test
  void isAnAlarmOnlyWhenTheCoordinatorWasAskedInVain() {
    assertThat(health(LraSight.Health.AWAY)).isEqualTo(Health.BROKEN);
    assertThat(health(LraSight.Health.UNKNOWN)).isEqualTo(Health.UNKNOWN);
    assertThat(health(LraSight.Health.UP)).isEqualTo(Health.HOLDS);
  }

  @Test
  void standsBesideTheFiguresOfTheOrchestrator() {
    var line = CoordinatorLine.of(LraSight.Health.UP).orElseThrow();
    assertThat(ServiceFigures.of(silentOfAll(Watchtower.SELF), NOW, List.of(line)).more())
        .containsExactly(line);
  }

  @Test
  void countsNoDeadLettersWhereAServiceTellsOfNone() {
    var up = ServiceFigures.of(silentOfAll("order-service"), NOW, List.of());
    assertThat(up.deadLetters()).isZero();
    var silent = new Look("order-service", NOW, List.of(), List.of(), "It does not answer.");
    assertThat(ServiceFigures.of(silent, NOW, List.of()).deadLetters()).isNull();
  }

  /** It answers, and has no figure to tell. */
  private static Look silentOfAll(String service) {
    var nothing = List.of(Metrics.parse(""));
    return new Look(service, NOW, nothing, nothing, "");
  }

  private static Health health(LraSight.Health of) {
    return CoordinatorLine.of(of).orElseThrow().health();
  }
}
