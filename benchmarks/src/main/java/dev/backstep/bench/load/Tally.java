package dev.backstep.bench.load;

/** Counts answers; for one thread at a time. */
final class Tally {
  private long accepted;
  private long busy;
  private long rude;
  private long failed;
  private long unanswered;
  private String firstFailure = "";

  void add(OrderClient.Answer answer) {
    switch (answer) {
      case OrderClient.Accepted _ -> accepted++;
      case OrderClient.TurnedAway(boolean retryAfter) -> addTurnedAway(retryAfter);
      case OrderClient.Failed(int status) -> {
        failed++;
        remember("status " + status);
      }
      case OrderClient.Unanswered(String why) -> {
        unanswered++;
        remember(why);
      }
    }
  }

  private void addTurnedAway(boolean retryAfter) {
    if (retryAfter) {
      busy++;
    } else {
      rude++;
    }
  }

  private void remember(String failure) {
    if (firstFailure.isEmpty()) {
      firstFailure = failure;
    }
  }

  Answers answers() {
    return new Answers(accepted, busy, rude, failed, unanswered);
  }

  /** Empty if nothing failed. */
  String firstFailure() {
    return firstFailure;
  }
}
