package dev.backstep.order.access;

import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Whose orders somebody may see. */
public sealed interface Reader {
  /** The own orders alone; those of others do not exist. */
  record Owner(String customerId) implements Reader {}

  /** Every order. */
  record Anybody() implements Reader {}

  /** What that token allows. */
  static Reader of(JsonWebToken token) {
    Set<String> groups = token.getGroups();
    return groups.contains(Roles.OPERATOR) || groups.contains(Roles.VIEWER)
        ? new Anybody()
        : new Owner(token.getSubject());
  }
}
