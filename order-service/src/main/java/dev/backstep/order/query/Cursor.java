package dev.backstep.order.query;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Where a page ended. Opaque to clients; new orders in front of it move nothing behind it. */
record Cursor(UUID after) {
  private static final int BYTES = 2 * Long.BYTES;

  static Optional<Cursor> parse(String text) {
    try {
      var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      return bytes.remaining() == BYTES
          ? Optional.of(new Cursor(new UUID(bytes.getLong(), bytes.getLong())))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty(); // not Base64
    }
  }

  @Override
  public String toString() {
    var bytes = ByteBuffer.allocate(BYTES);
    bytes.putLong(after.getMostSignificantBits()).putLong(after.getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }
}
