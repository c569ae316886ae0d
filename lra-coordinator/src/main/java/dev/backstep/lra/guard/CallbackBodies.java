package dev.backstep.lra.guard;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Every body that the coordinator reads is a URL, or links: the older way to name callbacks. */
@Provider
public class CallbackBodies implements ReaderInterceptor {
  private final Callbacks callbacks;

  CallbackBodies(Callbacks callbacks) {
    this.callbacks = callbacks;
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    var bytes = context.getInputStream().readAllBytes();
    var text = new String(bytes, StandardCharsets.UTF_8);
    if (!text.isEmpty() && !callbacks.allow(text)) {
      throw LraProblem.CALLBACK_NOT_LISTED.problem("The body names a URL that is not on the list.");
    }
    context.setInputStream(new ByteArrayInputStream(bytes));
    return context.proceed();
  }
}
