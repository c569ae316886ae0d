package dev.backstep.e2e.torture;

import dev.backstep.stack.Progress;
import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Part;
import java.time.Duration;
import java.util.List;

/** A part is away for so long that everything piles up behind it. */
record Outage(Part part, Duration hold) implements Fault {
  /** What a shop with thirty orders a second has after a minute. */
  private static final int BACKLOG = 2_000;

  @Override
  public String what() {
    return "%s away for %d s".formatted(part.label(), hold.toSeconds());
  }

  /** Without order-service and its database no order is taken, so none piles up. */
  @Override
  public int backlog() {
    return part == Part.ORDER_SERVICE || part == Part.POSTGRES ? 0 : BACKLOG;
  }

  private List<Instance> instances() {
    return part.isService() ? Site.instances(part) : List.of(Instance.of(part));
  }

  @Override
  public void begin(Site site) {
    instances().forEach(site.processes()::kill);
  }

  @Override
  public void end(Site site) {
    site.processes().start(instances(), Progress.silent());
  }
}
