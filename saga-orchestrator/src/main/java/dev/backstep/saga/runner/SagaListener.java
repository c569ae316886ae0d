package dev.backstep.saga.runner;

import dev.backstep.saga.log.Advance;
import java.util.List;

/** Told of what was committed, for figures. Must be quick and must not fail. */
@FunctionalInterface
public interface SagaListener {
  /** Those sagas have moved. */
  void moved(List<Advance> advances);
}
