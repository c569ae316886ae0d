package dev.backstep.stack;

import dev.backstep.stack.layout.StackFailure;
import dev.backstep.stack.process.Daemon;
import dev.backstep.stack.process.Launch;

/** Nothing is spawned any more once the stop has begun: it would be missed, and live on. */
final class SpawnGate {
  private boolean closed;

  synchronized void spawn(Daemon daemon, Launch launch) {
    if (closed) {
      throw new StackFailure(daemon.name() + " was not started: the stack is being stopped");
    }
    daemon.spawn(launch);
  }

  synchronized void close() {
    closed = true;
  }
}
