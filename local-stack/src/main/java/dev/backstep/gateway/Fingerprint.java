package dev.backstep.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A digest of what was asked, which tells nothing about the payment token in it. */
final class Fingerprint {
  private Fingerprint() {}

  static String of(Object... parts) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(Arrays.toString(parts).getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
