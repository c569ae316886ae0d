package dev.backstep.rest.access;

import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Whose records somebody may see. */
public sealed interface Reader {
  /** The own ones alone; those of others do not exist. */
  record Owner(String customerId) implements Reader {}

  /** All of them. */
  record Anybody() implements Reader {}

  /** What that token allows. */
  static Reader of(JsonWebToken token) {
    Set<String> groups = token.getGroups();
    return groups.contains(Roles.OPERATOR) || groups.contains(Roles.VIEWER)
        ? new Anybody()
        : new Owner(token.getSubject());
  }
}
