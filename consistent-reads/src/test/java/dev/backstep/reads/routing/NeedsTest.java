package dev.backstep.reads.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.reads.position.Position;
import dev.backstep.reads.routing.Remembered.Away;
import dev.backstep.reads.routing.Remembered.Mark;
import dev.backstep.reads.routing.Remembered.Nothing;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NeedsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Position EARLY = new Position(1, 10);
  private static final Position LATE = new Position(1, 20);
  private static final Claim NO_TOKEN = new Claim.NoToken();

  private static Need need(Strategy strategy, Claim claim, Remembered remembered) {
    return new Needs(strategy, Duration.ofSeconds(2)).of(claim, remembered, NOW);
  }

  private static Remembered mark(Position position, Duration ago) {
    return new Mark(position, NOW.minus(ago));
  }

  @Test
  void tokenTakesTheLaterOfWhatIsCarriedAndWhatIsRemembered() {
    var mark = mark(EARLY, Duration.ZERO);
    assertThat(need(Strategy.TOKEN, new Claim.Token(LATE), mark)).isEqualTo(new Need.AtLeast(LATE));
    assertThat(need(Strategy.TOKEN, new Claim.Token(new Position(1, 1)), mark))
        .isEqualTo(new Need.AtLeast(EARLY));
    assertThat(need(Strategy.TOKEN, NO_TOKEN, mark)).isEqualTo(new Need.AtLeast(EARLY));
  }

  @Test
  void whateverIsNotKnownMakesItThePrimary() {
    var token = new Claim.Token(EARLY);
    assertThat(need(Strategy.TOKEN, token, new Nothing()))
        .isEqualTo(new Need.Primary(Reason.NOTHING_REMEMBERED));
    assertThat(need(Strategy.TOKEN, token, new Away()))
        .isEqualTo(new Need.Primary(Reason.MEMORY_AWAY));
    assertThat(need(Strategy.TOKEN, new Claim.Unreadable(), mark(EARLY, Duration.ZERO)))
        .isEqualTo(new Need.Primary(Reason.UNREADABLE_TOKEN));
    assertThat(need(Strategy.LSN, NO_TOKEN, new Nothing()))
        .isEqualTo(new Need.Primary(Reason.NOTHING_REMEMBERED));
  }

  @Test
  void lsnLooksAtNoToken() {
    assertThat(need(Strategy.LSN, new Claim.Token(LATE), mark(EARLY, Duration.ZERO)))
        .isEqualTo(new Need.AtLeast(EARLY));
  }

  @Test
  void windowLooksAtTimeAlone() {
    assertThat(need(Strategy.TIME_WINDOW, NO_TOKEN, mark(LATE, Duration.ofMillis(1_999))))
        .isEqualTo(new Need.Primary(Reason.RECENT_WRITE));
    assertThat(need(Strategy.TIME_WINDOW, NO_TOKEN, mark(LATE, Duration.ofSeconds(2))))
        .isEqualTo(new Need.Anything());
    assertThat(need(Strategy.TIME_WINDOW, NO_TOKEN, new Away()))
        .isEqualTo(new Need.Primary(Reason.MEMORY_AWAY));
  }

  @Test
  void leaderOnlyIsSimple() {
    assertThat(need(Strategy.LEADER_ONLY, NO_TOKEN, mark(EARLY, Duration.ZERO)))
        .isEqualTo(new Need.Primary(Reason.LEADER_ONLY));
  }
}
