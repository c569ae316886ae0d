package dev.backstep.contracts.value;

/**
 * Why something was refused: a stable code for programs and a sentence for people.
 *
 * @param detail at most {@value #MAX_LENGTH} characters, cut if longer; free of personal data
 */
public record Refusal(RefusalCode code, String detail) {
  /** Keeps a reason on one screen. */
  public static final int MAX_LENGTH = 500;

  /** Cuts an overlong detail rather than losing the refusal. */
  public Refusal {
    if (code == null) {
      throw new IllegalArgumentException("a refusal has a code");
    }
    detail = detail == null ? "" : detail;
    if (detail.length() > MAX_LENGTH) {
      detail = detail.substring(0, MAX_LENGTH);
    }
  }
}
