package dev.backstep.rest.body;

import dev.backstep.rest.problem.GeneralProblem;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Says why a body is refused that is too large and announced no length; {@link AnnouncedLength}
 * looks at those that did. The server's own limit, behind these, would cut the connection without a
 * word.
 */
@Provider
public class BodyLimit implements ReaderInterceptor {
  /** Five times the largest order: a hundred lines and a long address. */
  static final int MAX_BYTES = 65_536;

  static final String DETAIL = "At most " + MAX_BYTES + " bytes are accepted.";

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    context.setInputStream(new ByteArrayInputStream(read(context.getInputStream())));
    return context.proceed();
  }

  private static byte[] read(InputStream body) {
    try {
      var bytes = body.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw GeneralProblem.BODY_TOO_LARGE.problem(DETAIL);
      }
      return bytes;
    } catch (IOException _) {
      throw GeneralProblem.MALFORMED_BODY.problem("The body ended too early.");
    }
  }
}
