package dev.backstep.stack;

import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Part;

/** Nothing runs here. */
final class Nowhere implements Elsewhere {
  @Override
  public boolean runs(Part part) {
    return false;
  }

  @Override
  public void start(Instance instance) {
    throw refused(instance);
  }

  @Override
  public boolean isAlive(Instance instance) {
    return false;
  }

  @Override
  public void stop(Instance instance) {
    throw refused(instance);
  }

  @Override
  public void kill(Instance instance) {
    throw refused(instance);
  }

  @Override
  public void pause(Instance instance) {
    throw refused(instance);
  }

  @Override
  public void resume(Instance instance) {
    throw refused(instance);
  }

  @Override
  public void removeAll() {}

  private static IllegalStateException refused(Instance instance) {
    return new IllegalStateException(instance.name() + " is a process");
  }
}
