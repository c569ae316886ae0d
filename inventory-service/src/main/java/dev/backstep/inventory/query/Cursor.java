package dev.backstep.inventory.query;

import dev.backstep.contracts.value.Sku;
import dev.backstep.rest.problem.GeneralProblem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Where a page of products starts: after that SKU. Opaque to clients. */
record Cursor(String sku) {
  private static final Cursor START = new Cursor("");

  static Cursor after(String sku) {
    return new Cursor(sku);
  }

  /** Refuses what no page ever handed out with a problem. */
  static Cursor of(@Nullable String encoded) {
    if (encoded == null) {
      return START;
    }
    try {
      var bytes = Base64.getUrlDecoder().decode(encoded);
      return after(new Sku(new String(bytes, StandardCharsets.UTF_8)).value());
    } catch (IllegalArgumentException _) {
      throw GeneralProblem.INVALID_QUERY.problem(
          "Send the nextCursor of a page as it was, or none.");
    }
  }

  String encoded() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(sku.getBytes(StandardCharsets.UTF_8));
  }
}
