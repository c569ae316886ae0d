package dev.backstep.saga.schedule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The gateway with its ledger: what was done under a key is not done again. */
final class GatewayModel {
  /** What a card makes of a charge. */
  enum Card {
    OK,
    DECLINED,
    /** Charges, and says nothing the first time. */
    CHARGED_IN_SILENCE
  }

  enum Answer {
    CHARGED,
    DECLINED,
    REFUNDED,
    SILENCE
  }

  record Entry(String key, UUID order, long captured, long refunded) {}

  private final List<Entry> ledger = new ArrayList<>();
  private final Map<String, Answer> answers = new HashMap<>();

  Answer charge(String key, UUID order, long amount, Card card) {
    var known = answers.get(key);
    if (known != null) {
      return known;
    }
    if (card == Card.DECLINED) {
      return remember(key, Answer.DECLINED);
    }
    ledger.add(new Entry(key, order, amount, 0));
    var answer = remember(key, Answer.CHARGED);
    return card == Card.CHARGED_IN_SILENCE ? Answer.SILENCE : answer;
  }

  Answer refund(String key, UUID order, long amount) {
    if (!answers.containsKey(key)) {
      ledger.add(new Entry(key, order, 0, amount));
    }
    return remember(key, Answer.REFUNDED);
  }

  private Answer remember(String key, Answer answer) {
    answers.put(key, answer);
    return answer;
  }

  List<Entry> ledger() {
    return ledger;
  }

  long balance(UUID order) {
    return ledger.stream()
        .filter(entry -> entry.order.equals(order))
        .mapToLong(entry -> entry.captured - entry.refunded)
        .sum();
  }
}
