package dev.backstep.stack.testing.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** What a container says, in the file where its process would say it; until the container ends. */
final class LogCopy extends ResultCallback.Adapter<Frame> {
  private final Path file;

  private LogCopy(Path file) {
    this.file = file;
  }

  /** Of what that container says from that second on. */
  static void begin(DockerClient client, String container, Instant since, Path file) {
    client
        .logContainerCmd(container)
        .withStdOut(true)
        .withStdErr(true)
        .withFollowStream(true)
        .withSince(Math.toIntExact(since.getEpochSecond()))
        .exec(new LogCopy(file));
  }

  @Override
  public void onNext(Frame frame) {
    try {
      Files.write(file, frame.getPayload(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
