package dev.backstep.order.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Tells whether two requests ask for the same; white space and the order of fields do not matter.
 *
 * @param sha256 of the checked request
 */
@SuppressWarnings("ArrayRecordComponent") // never changed, and compared by its content
record Fingerprint(byte[] sha256) {
  private static final ObjectWriter JSON = new JsonMapper().writerFor(OrderRequest.class);

  static Fingerprint of(OrderRequest request) {
    return of(request, "");
  }

  /** Of a request that is part of a long running action. */
  static Fingerprint of(OrderRequest request, String lra) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(JSON.writeValueAsBytes(request));
      return new Fingerprint(sha256.digest(lra.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | JsonProcessingException e) {
      throw new IllegalStateException("every Java has SHA-256, every request is JSON", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fingerprint(var others) && Arrays.equals(sha256, others);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sha256);
  }
}
