package dev.backstep.stack.testing.containers;

import java.util.List;
import java.util.Optional;

/** What tests must know of an engine before they put their servers into it. Neither looks long. */
public interface ContainerEngine {
  /** Why no container can be started, in words; nothing if it can. */
  Optional<String> obstacle();

  /** The first of those images that would have to be pulled. */
  Optional<String> missing(List<String> images);
}
