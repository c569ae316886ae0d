package dev.backstep.saga.schedule;

import dev.backstep.contracts.CommandId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The clock of the world, and what really happened in it, in order. No process reads the latter.
 */
final class Chronicle {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /** Something that a service did. */
  sealed interface Fact {
    CommandId command();

    /** A do or an undo had its effect. */
    record Happened(CommandId command) implements Fact {}

    /** It was answered that the step is undone, so nothing of it may happen any more. */
    record Closed(CommandId command) implements Fact {}
  }

  private final List<Fact> facts = new ArrayList<>();
  private final List<String> bugs = new ArrayList<>();
  private Instant now = START;

  Instant now() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  void passTo(Instant later) {
    now = later.isAfter(now) ? later : now;
  }

  void happened(CommandId command) {
    facts.add(new Fact.Happened(command));
  }

  void closed(CommandId undo) {
    facts.add(new Fact.Closed(undo));
  }

  /** Something threw that must not. */
  void bug(String what) {
    bugs.add(what);
  }

  List<Fact> facts() {
    return facts;
  }

  List<String> bugs() {
    return bugs;
  }
}
