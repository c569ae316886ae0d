package dev.backstep.stack;

import dev.backstep.stack.layout.StackDirectory;
import dev.backstep.stack.layout.StackFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Lets one command at a time start or stop processes of a stack. The system releases it when its
 * holder dies.
 */
public final class StackLock implements AutoCloseable {
  private final FileChannel channel;

  private StackLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the lock, or fails at once when another command has it. */
  public static StackLock take(StackDirectory directory) {
    try {
      var channel =
          FileChannel.open(
              directory.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new StackFailure(
            "Another ./backstep is starting or stopping the stack in %s: wait until it is done"
                .formatted(directory.path()));
      }
      return new StackLock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Object tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Held by this very JVM.
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
