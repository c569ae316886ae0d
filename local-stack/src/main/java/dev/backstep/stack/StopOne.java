package dev.backstep.stack;

import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.process.LiveProcess;
import dev.backstep.stack.process.Signal;
import dev.backstep.stack.process.TrainingRun;
import java.time.Duration;
import java.util.Optional;

/** Ends one process: asks it to leave, and makes it leave when its time is over. */
final class StopOne {
  /** Long enough for Kafka to hand over its log, and for a service to finish its requests. */
  private static final Duration STOP = Duration.ofSeconds(60);

  /** With a cache of up to 160 MB to be made: 27 to 42 s where four are made on two cores. */
  private static final Duration STORE = Duration.ofMinutes(3);

  private final Signal signal;
  private final LiveProcess process;
  private final Optional<TrainingRun> training;

  StopOne(Layout layout, Instance instance, LiveProcess process) {
    this.signal = Recipes.of(instance, layout).stopSignal();
    this.process = process;
    this.training = TrainingRun.of(instance, layout);
  }

  /** What it has learnt is there for its next start, if it left by itself. */
  void run() {
    boolean left = process.stop(signal, training.isPresent() ? STORE : STOP);
    training.ifPresent(left ? TrainingRun::keep : TrainingRun::discard);
  }

  /** Without waiting for what it has learnt. */
  void runAtOnce() {
    process.stop(signal, STOP, () -> training.filter(TrainingRun::hasLeftItsWork).isPresent());
    training.ifPresent(TrainingRun::discard);
  }
}
