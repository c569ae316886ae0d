package dev.backstep.saga.deadletter;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.backstep.contracts.Headers;
import dev.backstep.saga.masking.MaskedPayload;
import dev.backstep.saga.masking.Masking;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A dead letter with its body, in which what belongs to customers is masked. */
record LetterDetail(
    @JsonUnwrapped LetterView letter,
    Map<String, String> headers,
    MaskedPayload payload,
    Readability readable,
    List<Offer> allowedActions) {
  /**
   * What may be done.
   *
   * @param reason null when it is allowed
   */
  record Offer(String action, boolean allowed, @Nullable String reason) {
    static Offer of(String action, Optional<String> refusal) {
      return new Offer(action, refusal.isEmpty(), refusal.orElse(null));
    }
  }

  private static final String NO_OPERATOR = "You may look. Acting is for operators.";

  static LetterDetail of(LetterRow row, KeptLetter kept, boolean operator) {
    var letter = kept.letter();
    return new LetterDetail(
        LetterView.whole(row),
        headers(letter),
        Masking.of(letter.body()),
        Readability.of(letter),
        List.of(
            Offer.of("replay", refusal(kept.refusal(), operator)),
            Offer.of("discard", refusal(kept.refusalToDiscard(), operator))));
  }

  private static Optional<String> refusal(Optional<String> refusal, boolean operator) {
    return operator ? refusal : Optional.of(NO_OPERATOR);
  }

  private static Map<String, String> headers(Letter letter) {
    var headers = new TreeMap<String, String>();
    letter.headers().forEach((name, value) -> headers.put(name, Masking.text(value)));
    headers.put(Headers.ID, letter.messageId());
    headers.put(Headers.TYPE, letter.type());
    headers.put(Headers.SUBJECT, Masking.text(letter.subject()));
    return headers;
  }
}
