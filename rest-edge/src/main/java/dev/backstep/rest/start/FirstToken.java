package dev.backstep.rest.start;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jboss.logging.Logger;

/**
 * Looks at a token that is no good before the port opens: the key is read, and all that judges
 * tokens is loaded. Otherwise the first request does that, on the thread that answers everybody: on
 * a busy machine for seconds.
 */
@Singleton
class FirstToken {
  private static final Logger LOG = Logger.getLogger(FirstToken.class);
  private static final int BYTES_OF_A_SIGNATURE = 256;

  private static final String OF_NOBODY =
      String.join(
          ".",
          base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.US_ASCII)),
          base64("{\"sub\":\"nobody\",\"exp\":1}".getBytes(StandardCharsets.US_ASCII)),
          base64(new byte[BYTES_OF_A_SIGNATURE]));

  void onStart(@Observes StartupEvent event, JWTParser parser) {
    try {
      var _ = parser.parse(OF_NOBODY);
      throw new IllegalStateException("a token that nobody signed was accepted");
    } catch (ParseException e) {
      LOG.debugf(e, "tokens that nobody signed are refused");
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
