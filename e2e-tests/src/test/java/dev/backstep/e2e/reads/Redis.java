package dev.backstep.e2e.reads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.Secrets;
import dev.backstep.stack.process.Port;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The stack's Redis, to be harmed. */
final class Redis {
  private Redis() {}

  /** Makes it forget everything. */
  static void flush() throws IOException {
    assertThat(run("FLUSHALL")).isEqualTo("+OK");
  }

  /**
   * As if the details of that product had been cached for too long, with the value still there;
   * false when there is none.
   */
  static boolean expire(String sku) throws IOException {
    return run("HEXISTS %s value".formatted(details(sku))).equals(":1")
        && run("HSET %s fresh 0".formatted(details(sku))).equals(":0");
  }

  /**
   * As if whoever refreshes the details of that product had done so for too long. A change of the
   * product ends the lease by itself, and may have come first.
   */
  static void endLease(String sku) throws IOException {
    assertThat(run("HSET %s lease 0".formatted(details(sku)))).isIn(":0", ":1");
  }

  private static String details(String sku) {
    return "cache:v1:inventory:product:1:" + sku;
  }

  private static String run(String command) throws IOException {
    var layout = Shop.layout();
    try (var socket = new Socket()) {
      socket.connect(Port.address(layout.port(Part.REDIS)));
      var commands =
          "AUTH %s\r\n%s\r\n".formatted(layout.secrets().password(Secrets.REDIS), command);
      socket.getOutputStream().write(commands.getBytes(StandardCharsets.US_ASCII));
      var answers =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      assertThat(answers.readLine()).isEqualTo("+OK");
      return String.valueOf(answers.readLine());
    }
  }
}
