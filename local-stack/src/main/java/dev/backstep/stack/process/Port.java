package dev.backstep.stack.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A TCP port on 127.0.0.1. */
public final class Port {
  private static final int CONNECT_MILLIS = 500;

  private Port() {}

  /** Whether another program has it. */
  public static boolean isTaken(int port) {
    return accepts(port) || !canListen(port);
  }

  /** Whether something accepts connections there. */
  public static boolean accepts(int port) {
    try (var socket = new Socket()) {
      socket.connect(address(port), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean canListen(int port) {
    try (var socket = new ServerSocket()) {
      // Connections of a stopped server linger for a minute; they are no reason to refuse.
      socket.setReuseAddress(true);
      socket.bind(address(port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** That port on the loopback interface, whatever the name localhost means here. */
  public static InetSocketAddress address(int port) {
    return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
  }
}
