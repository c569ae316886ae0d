package dev.backstep.saga.query;

import dev.backstep.rest.problem.GeneralProblem;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/**
 * Where a page of sagas ended: among the stuck ones, which come first, or among the others. Opaque
 * to clients.
 */
record ListPlace(boolean stuck, UUID after) {
  private static final int BYTES = 1 + 2 * Long.BYTES;

  static ListPlace parse(String text) {
    try {
      var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      if (bytes.remaining() == BYTES) {
        return new ListPlace(bytes.get() == 1, new UUID(bytes.getLong(), bytes.getLong()));
      }
    } catch (IllegalArgumentException _) {
      // not Base64: the same answer as for a wrong length
    }
    throw GeneralProblem.INVALID_QUERY.problem("cursor is not one that this service gave.");
  }

  @Override
  public String toString() {
    var bytes = ByteBuffer.allocate(BYTES);
    bytes.put((byte) (stuck ? 1 : 0));
    bytes.putLong(after.getMostSignificantBits()).putLong(after.getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }
}
