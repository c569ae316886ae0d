package dev.backstep.stack.token;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the bearer of a token may do; the services check it. */
public enum Role {
  CUSTOMER,
  VIEWER,
  OPERATOR,
  /** Not a person: a service that takes part in long running actions. */
  SERVICE;

  /** The name in the token's groups. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of that name, if there is one. */
  public static Optional<Role> named(String label) {
    return Arrays.stream(values()).filter(role -> role.label().equals(label)).findFirst();
  }

  public static List<String> labels() {
    return Arrays.stream(values()).map(Role::label).toList();
  }
}
