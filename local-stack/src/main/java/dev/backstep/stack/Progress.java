package dev.backstep.stack;

import dev.backstep.stack.layout.Instance;
import java.time.Duration;

/** Told what happens while a stack starts or stops; called from several threads. */
public interface Progress {
  /** It answered, so long after its own start. */
  void ready(Instance instance, Duration took);

  /** It is gone, so long after it was asked to leave. */
  void stopped(Instance instance, Duration took);

  /** So many of those that are leaving store what they have learnt for their next start. */
  void storing(int processes);

  /** For callers that only want the result. */
  static Progress silent() {
    return new Progress() {
      @Override
      public void ready(Instance instance, Duration took) {}

      @Override
      public void stopped(Instance instance, Duration took) {}

      @Override
      public void storing(int processes) {}
    };
  }
}
