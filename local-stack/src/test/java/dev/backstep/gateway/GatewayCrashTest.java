package dev.backstep.gateway;

import static dev.backstep.gateway.GatewayClient.chargeOf;
import static dev.backstep.gateway.GatewayClient.refundOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayCrashTest {
  private static final int SMALL_HEAP_MB = 32;

  /** What must be remembered of them fits into the small heap; their lines beside it would not. */
  private static final int MANY = 40_000;

  private final UUID order = UUID.randomUUID();
  private @TempDir Path data = Path.of("");
  private @Nullable Process process;

  @AfterEach
  void kill() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void knowsEveryAnswerAfterKillMinusNine() throws Exception {
    var client = start();
    var charged = client.charge("c", chargeOf(order, 100, "pm_ok"));
    var declined = client.charge("d", chargeOf(order, 100, "pm_declined"));
    var refund = refundOf(order, 60, charged.field("chargeId"));
    var refunded = client.refund("r", refund);

    kill();
    client = start();

    assertThat(client.charge("c", chargeOf(order, 100, "pm_ok")).text()).isEqualTo(charged.text());
    assertThat(client.charge("c", chargeOf(order, 1, "pm_ok")).status()).isEqualTo(422);
    assertThat(client.charge("d", chargeOf(order, 100, "pm_declined")).text())
        .isEqualTo(declined.text());
    assertThat(client.refund("r", refund).text()).isEqualTo(refunded.text());
    assertThat(client.refund("s", refund).status()).isEqualTo(409);
    assertThat(client.ledger().entries()).hasSize(3);
    assertThat(client.ledger().heldOf(order)).isEqualTo(40);
  }

  @Test
  void ignoresALastLineThatWasTornOff() throws Exception {
    var client = start();
    client.charge("whole", chargeOf(order, 100, "pm_ok"));
    kill();
    var file = data.resolve(Ledger.FILE_NAME);
    var torn = Files.readString(file, UTF_8).replace("whole", "torn").strip();
    Files.writeString(file, torn, UTF_8, StandardOpenOption.APPEND);
    assertThat(Ledger.read(data).entries()).hasSize(1);

    client = start();
    assertThat(client.get("/charges?key=torn").status()).isEqualTo(404);
    client.charge("next", chargeOf(order, 100, "pm_ok"));

    assertThat(Ledger.read(data).entries())
        .extracting(LedgerEntry::key)
        .containsExactly("whole", "next");
  }

  @Test
  void holdsWhatItMayBeAskedForAndNotItsLedger() throws Exception {
    var client = start();
    client.charge("original", chargeOf(order, 100, "pm_ok"));
    kill();
    var file = data.resolve(Ledger.FILE_NAME);
    var original = Files.readString(file, UTF_8);
    try (var ledger = Files.newBufferedWriter(file, StandardOpenOption.APPEND)) {
      for (int copy = 0; copy < MANY; copy++) {
        ledger.write(original.replace("original", "copy-" + copy));
      }
    }

    client = start("-Xmx" + SMALL_HEAP_MB + "m");
    assertThat(client.get("/charges?key=original").status()).isEqualTo(200);
    assertThat(client.get("/charges?key=copy-" + (MANY - 1)).status()).isEqualTo(200);
  }

  private GatewayClient start(String... flags) throws IOException {
    var port = freePort();
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(List.of(flags));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(GatewaySimulator.class.getName());
    command.addAll(List.of("--port", String.valueOf(port), "--data", data.toString()));
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(new File("target/gateway-crash-test.log"))
            .start();
    var client = new GatewayClient(port);
    await().ignoreExceptions().until(() -> client.get("/health").status() == 200);
    return client;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
