package dev.backstep.e2e.reads;

import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.Secrets;
import dev.backstep.stack.process.Port;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The stack's Redis, to be harmed. */
final class Redis {
  private static final String DONE = "+OK\r\n+OK\r\n";

  private Redis() {}

  /** Makes it forget everything. */
  static void flush() throws IOException {
    var layout = Shop.layout();
    try (var socket = new Socket()) {
      socket.connect(Port.address(layout.port(Part.REDIS)));
      var commands = "AUTH %s\r\nFLUSHALL\r\n".formatted(layout.secrets().password(Secrets.REDIS));
      socket.getOutputStream().write(commands.getBytes(StandardCharsets.US_ASCII));
      var answer =
          new String(socket.getInputStream().readNBytes(DONE.length()), StandardCharsets.US_ASCII);
      if (!DONE.equals(answer)) {
        throw new IOException("Redis said " + answer);
      }
    }
  }
}
