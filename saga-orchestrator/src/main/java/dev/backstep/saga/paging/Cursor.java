package dev.backstep.saga.paging;

import dev.backstep.rest.problem.GeneralProblem;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page ended. Opaque to clients; new rows in front of it move nothing behind it. */
public record Cursor(UUID after) {
  private static final int BYTES = 2 * Long.BYTES;

  /** The cursor that a client sends; empty for the first page, a problem when it is not ours. */
  public static Optional<Cursor> from(@Nullable String text) {
    return text == null ? Optional.empty() : Optional.of(parse(text));
  }

  private static Cursor parse(String text) {
    try {
      var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      if (bytes.remaining() == BYTES) {
        return new Cursor(new UUID(bytes.getLong(), bytes.getLong()));
      }
    } catch (IllegalArgumentException _) {
      // not Base64: the same answer as for a wrong length
    }
    throw GeneralProblem.INVALID_QUERY.problem("cursor is not one that this service gave.");
  }

  @Override
  public String toString() {
    var bytes = ByteBuffer.allocate(BYTES);
    bytes.putLong(after.getMostSignificantBits()).putLong(after.getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }
}
