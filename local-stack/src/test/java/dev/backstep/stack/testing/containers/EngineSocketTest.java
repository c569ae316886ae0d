package dev.backstep.stack.testing.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EngineSocketTest {
  private static final Set<String> PAGES = Set.of("/_ping", "/images/apache/kafka:4.1.1/json");

  // Not in a directory of JUnit's: the name of a socket has an end after a hundred characters.
  private Path directory;
  private Path socket;

  @BeforeEach
  void makeDirectory() throws IOException {
    directory = Files.createTempDirectory("engine");
    socket = directory.resolve("sock");
  }

  @AfterEach
  void removeDirectory() throws IOException {
    Files.deleteIfExists(socket);
    Files.delete(directory);
  }

  @Test
  void anEngineThatAnswersIsAskedForItsImages() throws IOException {
    try (var listening = listening()) {
      Thread.ofVirtual().start(() -> serve(listening));
      var engine = new EngineSocket(socket);
      assertThat(engine.answers()).isTrue();
      assertThat(engine.missing(List.of("apache/kafka:4.1.1", "redis:8"))).contains("redis:8");
      assertThat(engine.missing(List.of("apache/kafka:4.1.1"))).isEmpty();
    }
  }

  @Test
  void oneThatHangsIsNotWaitedFor() throws IOException {
    try (var _ = listening()) {
      assertThat(new EngineSocket(socket).answers()).isFalse();
    }
  }

  @Test
  void whereNothingListensNoneAnswers() {
    assertThat(new EngineSocket(socket).answers()).isFalse();
  }

  @Test
  void goesWhereTheEnvironmentSays() {
    assertThat(EngineSocket.at("unix:///run/mine.sock", "/home/ada")).hasToString("/run/mine.sock");
    assertThat(EngineSocket.at("tcp://10.0.0.1:2375", "/home/ada")).doesNotExist();
  }

  @Test
  void insideAContainerSomebodyHasToSayWherePortsAre() {
    assertThat(EngineSocket.notHere(true, null).orElseThrow())
        .contains("TESTCONTAINERS_HOST_OVERRIDE=127.0.0.1");
    assertThat(EngineSocket.notHere(true, "127.0.0.1")).isEmpty();
    assertThat(EngineSocket.notHere(false, null)).isEmpty();
  }

  private ServerSocketChannel listening() throws IOException {
    return ServerSocketChannel.open(StandardProtocolFamily.UNIX)
        .bind(UnixDomainSocketAddress.of(socket));
  }

  private static void serve(ServerSocketChannel listening) {
    try {
      while (true) {
        try (var client = listening.accept()) {
          var status = PAGES.contains(page(client)) ? "200 OK" : "404 Not Found";
          client.write(
              ByteBuffer.wrap(
                  "HTTP/1.0 %s\r\n\r\n".formatted(status).getBytes(StandardCharsets.US_ASCII)));
        }
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private static String page(SocketChannel client) throws IOException {
    var request = ByteBuffer.allocate(1_000);
    client.read(request);
    return StandardCharsets.US_ASCII.decode(request.flip()).toString().split(" ", 3)[1];
  }
}
