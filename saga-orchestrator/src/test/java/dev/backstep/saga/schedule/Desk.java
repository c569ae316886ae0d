package dev.backstep.saga.schedule;

import dev.backstep.contracts.Command;
import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Event;
import dev.backstep.contracts.Reply;
import dev.backstep.contracts.value.Refusal;
import dev.backstep.contracts.value.RefusalCode;
import java.util.ArrayList;
import java.util.List;

/** The database of one service, as far as messages go: outbox and barrier. */
final class Desk {
  final OutboxModel outbox = new OutboxModel();
  final BarrierModel barrier;
  final Chronicle chronicle;
  private final boolean outside;
  private final List<Letter> memory = new ArrayList<>();

  Desk(Chronicle chronicle, Sabotage sabotage) {
    this.chronicle = chronicle;
    this.barrier = new BarrierModel(sabotage);
    this.outside = sabotage == Sabotage.OUTBOX_OUTSIDE;
  }

  void tell(Letter letter) {
    if (outside) {
      memory.add(letter);
    } else {
      outbox.append(letter, chronicle.now());
    }
  }

  void tell(Event event) {
    tell(Letter.event(event));
  }

  /** Only under sabotage is there anything that a crash can lose. */
  void crash() {
    memory.clear();
  }

  boolean hasMemory() {
    return !memory.isEmpty();
  }

  void flush() {
    memory.forEach(letter -> outbox.append(letter, chronicle.now()));
    memory.clear();
  }

  /** One command in one transaction. */
  void take(Letter letter, CommandId id, Command command, Participant participant) {
    try {
      barrier.pass(id, () -> participant.apply(id, command)).ifPresent(r -> reply(id, r));
    } catch (IllegalStateException refused) {
      chronicle.bug(id + ": " + refused.getMessage());
      tell(letter.dead());
    }
  }

  /** An answer that comes later. */
  void answer(CommandId id, Reply reply) {
    if (barrier.answer(id, reply)) {
      reply(id, reply);
    }
  }

  private void reply(CommandId id, Reply reply) {
    if (reply instanceof Reply.Undone) {
      chronicle.closed(id);
    }
    tell(Letter.reply(id, reply));
  }

  static Reply refused(RefusalCode code) {
    return new Reply.Refused(new Refusal(code, "No."));
  }
}
