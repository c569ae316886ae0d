package dev.backstep.stack.layout;

/**
 * Something the person at the keyboard can mend: the message says what happened and what to do
 * next.
 */
public final class StackFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StackFailure(String message) {
    super(message);
  }

  public StackFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
