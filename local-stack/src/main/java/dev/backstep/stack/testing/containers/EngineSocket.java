package dev.backstep.stack.testing.containers;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An engine of this machine, asked at its socket: Testcontainers would look for one in many places,
 * tell of each, and pull. An engine elsewhere is none here, since the servers of a test stack
 * answer on 127.0.0.1.
 */
public final class EngineSocket implements ContainerEngine {
  /** A living engine answers in milliseconds. */
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private static final Path MARK_OF_A_CONTAINER = Path.of("/.dockerenv");
  private static final String OVERRIDE = "TESTCONTAINERS_HOST_OVERRIDE";
  private static final String SCHEME = "unix://";
  private static final String NONE = "no container engine answers";

  private final Path socket;

  EngineSocket(Path socket) {
    this.socket = socket;
  }

  /** Where Testcontainers looks first: what the environment says, else the usual places. */
  public static ContainerEngine find() {
    return new EngineSocket(at(System.getenv("DOCKER_HOST"), System.getProperty("user.home")));
  }

  static Path at(@Nullable String host, String home) {
    if (host != null && !host.isBlank()) {
      // What is no socket does not exist as a file, and so does not answer.
      return Path.of(host.startsWith(SCHEME) ? host.substring(SCHEME.length()) : host);
    }
    var usual = Path.of("/var/run/docker.sock");
    return Stream.of(usual, Path.of(home, ".docker/run/docker.sock"))
        .filter(Files::exists)
        .findFirst()
        .orElse(usual);
  }

  @Override
  public Optional<String> obstacle() {
    if (!hasTestcontainers()) {
      return Optional.of("this module does without Testcontainers");
    }
    return answers()
        ? notHere(Files.exists(MARK_OF_A_CONTAINER), System.getenv(OVERRIDE))
        : Optional.of(NONE);
  }

  // Testcontainers would ask another image where the engine's ports are.
  static Optional<String> notHere(boolean inContainer, @Nullable String override) {
    return inContainer && override == null
        ? Optional.of(
            "this looks like a container itself; if an engine's ports are on its 127.0.0.1, say %s=127.0.0.1"
                .formatted(OVERRIDE))
        : Optional.empty();
  }

  private static boolean hasTestcontainers() {
    var loader = EngineSocket.class.getClassLoader();
    return loader.getResource("org/testcontainers/DockerClientFactory.class") != null;
  }

  @Override
  public Optional<String> missing(List<String> images) {
    return images.stream()
        .filter(image -> !answers("/images/%s/json".formatted(image)))
        .findFirst();
  }

  boolean answers() {
    return answers("/_ping");
  }

  /** Whether that page is there. */
  private boolean answers(String page) {
    var look = new FutureTask<>(() -> get(page));
    Thread.ofVirtual().start(look);
    try {
      return look.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      look.cancel(true);
    }
  }

  private boolean get(String page) throws IOException {
    try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      var request = "GET %s HTTP/1.0\r\nHost: engine\r\n\r\n".formatted(page);
      channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
      var status = Channels.newReader(channel, StandardCharsets.US_ASCII);
      var line = new BufferedReader(status).readLine();
      return line != null && line.contains(" 200 ");
    }
  }
}
