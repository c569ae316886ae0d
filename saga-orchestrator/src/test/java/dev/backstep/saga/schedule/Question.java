package dev.backstep.saga.schedule;

import dev.backstep.saga.schedule.GatewayModel.Answer;
import org.jspecify.annotations.Nullable;

/** A question to the gateway in the memory of a process: claimed, perhaps answered, not stored. */
final class Question {
  final PaymentsModel.Claim claim;
  @Nullable Answer answer;

  Question(PaymentsModel.Claim claim) {
    this.claim = claim;
  }
}
