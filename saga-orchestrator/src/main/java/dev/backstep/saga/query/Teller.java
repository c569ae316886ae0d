package dev.backstep.saga.query;

import dev.backstep.contracts.CommandId;
import dev.backstep.saga.engine.Flight;
import dev.backstep.saga.engine.Phase;
import dev.backstep.saga.engine.Rhythm;
import dev.backstep.saga.log.SeenSaga;
import dev.backstep.saga.words.Cause;
import dev.backstep.saga.words.StuckKind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells the story of one saga in a few sentences. */
final class Teller {
  private final SeenSaga saga;
  private final Standing standing;
  private final Meaning meaning;
  private final Map<CommandId, Lap> laps;

  Teller(SeenSaga saga, Map<CommandId, Lap> laps) {
    this.saga = saga;
    this.standing = new Standing(saga);
    this.meaning = new Meaning(saga);
    this.laps = laps;
  }

  Story tell(Story.@Nullable SameCause sameCause, List<Story.Fact> facts) {
    return new Story(
        tone(),
        headline(),
        meaning.text(),
        next(),
        blockedSince(),
        standing.nextTry(),
        standing.attempt(),
        standing.attemptsAllowed(),
        sameCause,
        facts);
  }

  private String tone() {
    return switch (saga.run().phase()) {
      case Phase.Running _ -> "run";
      case Phase.Compensating _ -> "comp";
      case Phase.Stuck _ -> "bad";
      case Phase.Completed _ -> "ok";
      case Phase.Compensated _ -> "undo";
      case Phase.Resolved _ -> "wait";
    };
  }

  private String headline() {
    return switch (saga.run().phase()) {
      case Phase.Running running -> waiting(running.flight());
      case Phase.Compensating compensating ->
          "Turning back: " + waiting(compensating.flight()).toLowerCase(Locale.ROOT);
      case Phase.Stuck stuck -> stuck(stuck);
      case Phase.Completed _ -> "Completed: everything is done";
      case Phase.Compensated(var cause) ->
          "Nothing is left of it: "
              + new Cause.TurnedBack(cause.code()).title().toLowerCase(Locale.ROOT);
      case Phase.Resolved _ -> "Resolved by hand";
    };
  }

  private String waiting(Flight flight) {
    var awaited = quoted(flight);
    if (flight.answered()) {
      return awaited + " was refused and is asked again";
    }
    return flight.attempt() == 1
        ? "Waiting for the answer to " + awaited
        : "Still no answer to " + awaited + ", asked " + flight.attempt() + " times";
  }

  private String stuck(Phase.Stuck stuck) {
    var awaited = quoted(stuck.flight());
    return switch (StuckKind.of(stuck.reason())) {
      case NO_ANSWER -> "Stuck because there is no answer to " + awaited;
      case REFUSED -> "Stuck because " + awaited + " keeps being refused";
      case DEAD_LETTER -> "Stuck because " + awaited + " went to dead letters";
      case PARKED -> "Stuck because of a fault: nobody could decide what follows " + awaited;
    };
  }

  private @Nullable String next() {
    return switch (saga.run().phase()) {
      case Phase.Final _ -> null;
      case Phase.Stuck stuck when stuck.flight().due() == null ->
          "Nothing happens by itself before an answer comes or somebody acts.";
      case Phase.Stuck _ ->
          "It is tried again by itself every " + slowRetry() + ", and goes on as soon as it works.";
      case Phase.Open open when open.flight().stepDue() != null ->
          "Without an answer it is asked again, and turns back when its time is up.";
      case Phase.Open _ -> "Without an answer it is asked again.";
    };
  }

  private String slowRetry() {
    return saga.known()
        .map(it -> it.policies().slowRetry())
        .map(pause -> new Rhythm(pause).words())
        .orElse("minute");
  }

  private @Nullable Instant blockedSince() {
    return standing
        .flight()
        .map(flight -> new CommandId(saga.id(), standing.step(flight), flight.direction()))
        .flatMap(command -> Optional.ofNullable(laps.get(command)))
        .map(Lap::start)
        .orElse(null);
  }

  private String quoted(Flight flight) {
    return "“" + standing.awaited(flight) + "”";
  }
}
