package dev.backstep.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Appends to the ledger. {@link #append} returns when the entry is forced to disk; entries that
 * arrive together share one force. After a failed write nothing more is accepted, for the end of
 * the file is then unknown.
 */
final class LedgerFile implements AutoCloseable {
  /** Entries per force: bounds the write buffer; more callers than this are never in flight. */
  private static final int BATCH = 1_024;

  private final FileChannel channel;
  private final LinkedBlockingQueue<Pending> pending = new LinkedBlockingQueue<>();
  private final Thread writer = Thread.ofPlatform().name("ledger").daemon().unstarted(this::run);
  private volatile long durableLength;
  private volatile boolean broken;

  private record Pending(ByteBuffer line, CompletableFuture<Void> durable) {}

  private static final Pending LAST =
      new Pending(ByteBuffer.allocate(0), new CompletableFuture<>());

  private LedgerFile(FileChannel channel) throws IOException {
    this.channel = channel;
    this.durableLength = channel.size();
  }

  /** Opens the file, cuts a torn last line off, and takes the file for this process alone. */
  static LedgerFile open(Path dataDirectory) throws IOException {
    Files.createDirectories(dataDirectory);
    var path = dataDirectory.resolve(Ledger.FILE_NAME);
    var channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    lock(channel, path);
    channel.truncate(endOfLastLine(channel));
    channel.position(channel.size());
    channel.force(true);
    var file = new LedgerFile(channel);
    file.writer.start();
    return file;
  }

  private static void lock(FileChannel channel, Path path) throws IOException {
    try {
      if (channel.tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException _) {
      // This process has it: refused like any other.
    }
    channel.close();
    throw new IOException("another gateway writes " + path);
  }

  /** From the end: a torn line is short, and what lies before it may be large. */
  private static long endOfLastLine(FileChannel channel) throws IOException {
    long end = channel.size();
    while (end > 0 && byteAt(channel, end - 1) != '\n') {
      end--;
    }
    return end;
  }

  private static byte byteAt(FileChannel channel, long position) throws IOException {
    var one = ByteBuffer.allocate(1);
    channel.read(one, position);
    return one.get(0);
  }

  /** Blocks until the entry is on disk. */
  void append(LedgerEntry entry) {
    if (broken) {
      throw new IllegalStateException("the ledger cannot be written");
    }
    var mine = new Pending(line(entry), new CompletableFuture<>());
    pending.add(mine);
    try {
      mine.durable().join();
    } catch (CompletionException e) {
      throw new IllegalStateException("the ledger cannot be written", e);
    }
  }

  boolean isBroken() {
    return broken;
  }

  /** How much of the file has been forced: later bytes may still vanish. */
  long durableLength() {
    return durableLength;
  }

  private void run() {
    try {
      while (runOnce()) {}
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean runOnce() throws InterruptedException {
    var batch = new ArrayList<Pending>();
    batch.add(pending.take());
    pending.drainTo(batch, BATCH - 1);
    commit(batch);
    return !batch.contains(LAST);
  }

  private void commit(List<Pending> batch) {
    try {
      if (broken) {
        throw new IOException("an earlier write failed");
      }
      write(batch);
      batch.forEach(each -> each.durable().complete(null));
    } catch (IOException e) {
      broken = true;
      batch.forEach(each -> each.durable().completeExceptionally(e));
    }
  }

  private void write(List<Pending> batch) throws IOException {
    var lines = ByteBuffer.allocate(batch.stream().mapToInt(each -> each.line().remaining()).sum());
    batch.forEach(each -> lines.put(each.line().duplicate()));
    lines.flip();
    while (lines.hasRemaining()) {
      channel.write(lines);
    }
    channel.force(false);
    durableLength = channel.position();
  }

  private static ByteBuffer line(LedgerEntry entry) {
    try {
      return UTF_8.encode(GatewayJson.MAPPER.writeValueAsString(entry) + "\n");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends after what was appended before. */
  @Override
  public void close() throws IOException {
    pending.add(LAST);
    try {
      writer.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    channel.close();
  }
}
