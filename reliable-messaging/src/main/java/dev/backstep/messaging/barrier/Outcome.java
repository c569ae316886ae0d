package dev.backstep.messaging.barrier;

import dev.backstep.contracts.Reply;
import dev.backstep.contracts.Reply.Done;
import dev.backstep.contracts.Reply.Refused;
import dev.backstep.contracts.Reply.Undone;
import dev.backstep.contracts.value.Refusal;
import dev.backstep.contracts.value.RefusalCode;

/** What a participant made of one admitted command. */
public sealed interface Outcome {
  /** The answer is known. */
  record Now(Reply reply) implements Outcome {}

  /**
   * The answer comes later, through {@link Answers}; until then a repeated command is only told to
   * {@link CommandHandler#hurry}.
   */
  record Later() implements Outcome {}

  /** The step is done; the reference names its effect. */
  static Outcome done(String reference) {
    return new Now(new Done(reference));
  }

  /** The step is refused for good; or, of an undo, could not be undone this time. */
  static Outcome refused(RefusalCode code, String detail) {
    return new Now(new Refused(new Refusal(code, detail)));
  }

  /** The step is undone. */
  static Outcome undone() {
    return new Now(new Undone());
  }

  /** Ask again later. */
  static Outcome later() {
    return new Later();
  }
}
