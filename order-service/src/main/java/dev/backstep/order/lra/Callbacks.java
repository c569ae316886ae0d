package dev.backstep.order.lra;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The URLs under which a coordinator reaches one saga. It sends no token of its own, so each URL
 * carries a proof that we made it, for this saga and this LRA.
 */
@Singleton
class Callbacks {
  private static final String ALGORITHM = "HmacSHA256";

  /** 128 bits: nobody guesses them. */
  private static final int BYTES = 16;

  private final LraConfig config;

  Callbacks(LraConfig config) {
    this.config = config;
  }

  /** For the header by which a participant registers. */
  String linksOf(Joined joined) {
    var base =
        "%s/lra/%s/%s/"
            .formatted(
                config.callbacks().orElseThrow().toString().replaceAll("/+$", ""),
                joined.sagaId(),
                proof(joined));
    return Stream.of("complete", "compensate", "status", "forget")
        .map(rel -> "<%s%s>; rel=\"%s\"".formatted(base, rel, rel))
        .collect(Collectors.joining(","));
  }

  /** Whether a URL with that proof was made for this saga and this LRA. */
  boolean isProof(String proof, Joined joined) {
    return MessageDigest.isEqual(
        proof(joined).getBytes(StandardCharsets.UTF_8), proof.getBytes(StandardCharsets.UTF_8));
  }

  private String proof(Joined joined) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      var key = config.key().orElseThrow().getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      var text = joined.sagaId() + " " + joined.lra();
      var digest = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
