package dev.backstep.e2e.torture;

import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Part;
import java.io.IOException;
import java.time.Duration;

/**
 * The disk of a server is full. PostgreSQL refuses what needs room, or gives up when its log finds
 * none; a broker gives up. With room again, what has given up is started, as an init system would.
 */
record FullDisk(Part server, Duration hold) implements Fault {
  @Override
  public String what() {
    return "the disk of %s full for %d s".formatted(server.label(), hold.toSeconds());
  }

  @Override
  public void begin(Site site) throws IOException {
    site.disk(server).fill();
  }

  @Override
  public void end(Site site) {
    site.disk(server).makeRoom();
    site.processes().start(Instance.of(server));
  }
}
