package dev.backstep.e2e.audit;

import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.Secrets;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what inventory-service keeps in Redis for shoppers. What is not there is shown from the
 * database, so nothing at all is a good answer, and the only one of a Redis that is away.
 */
final class StockViewReader {
  private static final String KEY = "view:v1:inventory:stock:1:";

  /** Redis answers within a millisecond, or is gone. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** As much as fits into the buffers of a socket, so that asking never waits for being heard. */
  private static final int AT_ONCE = 200;

  private final Layout layout;

  StockViewReader(Layout layout) {
    this.layout = layout;
  }

  /** By SKU. */
  Map<String, Shown> read(List<String> skus) {
    try (var socket = new Socket()) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      socket.connect(address(), (int) PATIENCE.toMillis());
      var answers =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      ask(socket, "AUTH %s\r\n".formatted(layout.secrets().password(Secrets.REDIS)));
      line(answers);
      var shown = new HashMap<String, Shown>();
      for (int from = 0; from < skus.size(); from += AT_ONCE) {
        read(skus.subList(from, Math.min(skus.size(), from + AT_ONCE)), socket, answers, shown);
      }
      return shown;
    } catch (IOException _) {
      return Map.of();
    }
  }

  private InetSocketAddress address() {
    var address = layout.address(Instance.of(Part.REDIS)).split(":", 2);
    return new InetSocketAddress(address[0], Integer.parseInt(address[1]));
  }

  private static void read(
      List<String> skus, Socket socket, BufferedReader answers, Map<String, Shown> shown)
      throws IOException {
    var questions = new StringBuilder();
    skus.forEach(
        sku -> questions.append("HMGET ").append(KEY).append(sku).append(" version value\r\n"));
    ask(socket, questions.toString());
    for (var sku : skus) {
      answer(answers).ifPresent(it -> shown.put(sku, it));
    }
  }

  private static void ask(Socket socket, String commands) throws IOException {
    socket.getOutputStream().write(commands.getBytes(StandardCharsets.US_ASCII));
  }

  private static Optional<Shown> answer(BufferedReader answers) throws IOException {
    var head = line(answers);
    if (!head.equals("*2")) {
      throw new IOException("Redis said " + head);
    }
    var version = text(answers);
    var value = text(answers);
    return version == null || value == null
        ? Optional.empty()
        : Optional.of(
            new Shown(
                Long.parseLong(version), Long.parseLong(value.substring(0, value.indexOf(' ')))));
  }

  private static @Nullable String text(BufferedReader answers) throws IOException {
    return line(answers).equals("$-1") ? null : line(answers);
  }

  private static String line(BufferedReader answers) throws IOException {
    var line = answers.readLine();
    if (line == null) {
      throw new EOFException("Redis has gone");
    }
    return line;
  }
}
