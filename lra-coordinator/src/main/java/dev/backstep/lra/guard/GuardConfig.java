package dev.backstep.lra.guard;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.List;

/** What the guard must know. */
@ConfigMapping(prefix = "backstep.lra")
interface GuardConfig {
  /** The root under which everybody reaches the coordinator: ids of LRAs begin with it. */
  URI url();

  /** Where callbacks may go: whatever begins with one of these. Each ends with a slash. */
  List<String> callbacks();
}
