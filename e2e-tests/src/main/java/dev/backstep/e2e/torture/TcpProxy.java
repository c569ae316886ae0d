package dev.backstep.e2e.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between processes and one server on this machine, and lets through what its mood allows.
 * Its port stays the same for its whole life.
 */
final class TcpProxy implements AutoCloseable {
  private static final int BACKLOG = 128;

  private final int target;
  private final ServerSocket listener;
  private final Set<Link> links = ConcurrentHashMap.newKeySet();
  private volatile Mood mood = Mood.OPEN;

  /** Begins to listen on a free port. */
  TcpProxy(int target) {
    this.target = target;
    try {
      this.listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().name("proxy-" + port()).start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  Mood mood() {
    return mood;
  }

  void mood(Mood next) {
    mood = next;
    if (next == Mood.CUT) {
      links.forEach(Link::reset);
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        link(listener.accept());
      } catch (IOException _) {
        // closed, or a client that left before it was served
      }
    }
  }

  private void link(Socket client) throws IOException {
    var server = new Socket();
    var link = new Link(this, client, server);
    if (mood == Mood.CUT) {
      link.reset();
      return;
    }
    try {
      server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
    } catch (IOException _) {
      link.reset(); // nobody there: the client notices in the same way
      return;
    }
    links.add(link);
    link.start();
  }

  void forget(Link link) {
    links.remove(link);
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    links.forEach(Link::reset);
  }
}
