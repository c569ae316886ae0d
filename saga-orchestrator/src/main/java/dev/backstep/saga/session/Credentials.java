package dev.backstep.saga.session;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What somebody types into the login page. */
record Credentials(
    @NotNull @Size(max = Credentials.MOST) String user,
    @NotNull @Size(max = Credentials.MOST) String password) {
  /** Longer than any that the stack makes. */
  static final int MOST = 200;

  @Override
  public String toString() {
    return "Credentials[" + user + "]";
  }
}
