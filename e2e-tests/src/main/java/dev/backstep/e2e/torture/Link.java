package dev.backstep.e2e.torture;

import dev.backstep.e2e.torture.Mood.Direction;
import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One connection through a proxy: two sockets, and a thread for each direction. */
final class Link {
  private static final int PIECE = 16 * 1024;

  /** Three hundred bytes in a tenth of a second: less than anybody can work with. */
  private static final int DRIP = 300;

  private static final long DRIP_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** A satellite's. */
  private static final long LATE_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

  private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final TcpProxy proxy;
  private final Socket client;
  private final Socket server;

  Link(TcpProxy proxy, Socket client, Socket server) {
    this.proxy = proxy;
    this.client = client;
    this.server = server;
  }

  void start() {
    Thread.ofVirtual().start(() -> carry(client, server, Direction.REQUESTS));
    Thread.ofVirtual().start(() -> carry(server, client, Direction.ANSWERS));
  }

  private void carry(Socket from, Socket to, Direction direction) {
    var buffer = new byte[PIECE];
    try {
      int length = from.getInputStream().read(buffer);
      while (length >= 0) {
        pass(Arrays.copyOf(buffer, length), to, direction);
        length = from.getInputStream().read(buffer);
      }
    } catch (IOException _) {
      // one end is gone, so the other must be told
    }
    reset();
  }

  private void pass(byte[] piece, Socket to, Direction direction) throws IOException {
    var mood = proxy.mood();
    if (mood == Mood.SLOW) {
      LockSupport.parkNanos(LATE_NANOS);
    }
    int step = mood == Mood.TRICKLE ? DRIP : piece.length;
    for (int from = 0; from < piece.length; from += step) {
      awaitPassage(direction);
      step = drip(step, piece.length);
      to.getOutputStream().write(piece, from, Math.min(step, piece.length - from));
    }
  }

  private int drip(int step, int whole) {
    if (proxy.mood() != Mood.TRICKLE) {
      return step;
    }
    LockSupport.parkNanos(DRIP_NANOS);
    return Math.min(DRIP, whole);
  }

  private void awaitPassage(Direction direction) {
    while (proxy.mood().holds(direction) && !client.isClosed()) {
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
  }

  /** Both ends hear of it at once, whatever was on its way. */
  void reset() {
    proxy.forget(this);
    reset(client);
    reset(server);
  }

  private static void reset(Socket socket) {
    try {
      if (!socket.isClosed()) {
        socket.setSoLinger(true, 0);
        socket.close();
      }
    } catch (IOException _) {
      // gone already
    }
  }
}
