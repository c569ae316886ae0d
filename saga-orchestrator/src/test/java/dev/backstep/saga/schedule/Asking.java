package dev.backstep.saga.schedule;

import dev.backstep.saga.schedule.GatewayModel.Answer;
import dev.backstep.saga.schedule.Service.Instance;
import java.util.List;

/** The work of the payment service: claim, ask, store. */
final class Asking {
  private final World world;

  Asking(World world) {
    this.world = world;
  }

  void play(Move move) {
    switch (move.kind()) {
      case CLAIM -> claim(move);
      case ASK -> ask(move);
      default -> store(move);
    }
  }

  private void claim(Move move) {
    Move.pick(world.payments.due(), move.which())
        .ifPresent(
            order -> instance(move).questions.add(new Question(world.payments.claim(order))));
  }

  /** The question or its answer may be lost on the way. */
  private void ask(Move move) {
    var open = instance(move).questions.stream().filter(each -> each.answer == null).toList();
    Move.pick(open, move.which())
        .ifPresent(each ->
            each.answer =
                switch (move.how() % 8) {
                  case 0 -> Answer.SILENCE;
                  case 1 -> {
                    var _ = world.payments.ask(each.claim);
                    yield Answer.SILENCE;
                  }
                  default -> world.payments.ask(each.claim);
                });
  }

  private void store(Move move) {
    var questions = instance(move).questions;
    var answered = questions.stream().filter(each -> each.answer != null).toList();
    Move.pick(answered, move.which()).ifPresent(each -> store(questions, each));
  }

  private void store(List<Question> questions, Question question) {
    var answer = question.answer;
    if (answer != null) {
      world.payments.store(question.claim, answer);
    }
    questions.remove(question);
  }

  private Instance instance(Move move) {
    return world.paymentService.instances().get(move.how() / 8 % Service.INSTANCES);
  }

  /** Everything that is due, on one process; false when there was nothing. */
  boolean work() {
    var due = world.payments.due();
    due.forEach(order -> {
      var claim = world.payments.claim(order);
      world.payments.store(claim, world.payments.ask(claim));
    });
    return !due.isEmpty();
  }
}
