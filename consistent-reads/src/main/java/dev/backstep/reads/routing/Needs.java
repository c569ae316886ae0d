package dev.backstep.reads.routing;

import dev.backstep.reads.position.Position;
import dev.backstep.reads.routing.Remembered.Away;
import dev.backstep.reads.routing.Remembered.Mark;
import dev.backstep.reads.routing.Remembered.Nothing;
import java.time.Duration;
import java.time.Instant;

/**
 * From what is known of a reader to what he must be shown. Whatever is not known makes it the
 * primary: never "any replica".
 *
 * @param window of {@link Strategy#TIME_WINDOW}
 */
public record Needs(Strategy strategy, Duration window) {
  /** What that reader must be shown now. */
  public Need of(Claim claim, Remembered remembered, Instant now) {
    return switch (strategy) {
      case LEADER_ONLY -> new Need.Primary(Reason.LEADER_ONLY);
      case TIME_WINDOW -> outOfWindow(remembered, now);
      case LSN -> remembered(remembered, Position.NOWHERE);
      case TOKEN ->
          switch (claim) {
            case Claim.Token(var position) -> remembered(remembered, position);
            case Claim.NoToken _ -> remembered(remembered, Position.NOWHERE);
            case Claim.Unreadable _ -> new Need.Primary(Reason.UNREADABLE_TOKEN);
          };
    };
  }

  private Need outOfWindow(Remembered remembered, Instant now) {
    return switch (remembered) {
      case Mark(_, var wroteAt) when wroteAt.plus(window).isAfter(now) ->
          new Need.Primary(Reason.RECENT_WRITE);
      case Mark _, Nothing _ -> new Need.Anything();
      case Away _ -> new Need.Primary(Reason.MEMORY_AWAY);
    };
  }

  private static Need remembered(Remembered remembered, Position carried) {
    return switch (remembered) {
      case Mark(var position, _) -> new Need.AtLeast(position.max(carried));
      case Nothing _ -> new Need.Primary(Reason.NOTHING_REMEMBERED);
      case Away _ -> new Need.Primary(Reason.MEMORY_AWAY);
    };
  }
}
