package dev.backstep.order.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Tells whether two requests ask for the same; white space and the order of fields do not matter.
 */
final class Fingerprint {
  private static final JsonMapper JSON = new JsonMapper();

  private Fingerprint() {}

  /** SHA-256. */
  static byte[] of(OrderRequest request) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(JSON.writeValueAsBytes(request));
    } catch (NoSuchAlgorithmException | JsonProcessingException e) {
      throw new IllegalStateException("every Java has SHA-256, every request is JSON", e);
    }
  }
}
