package dev.backstep.stack;

import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Part;

/**
 * Where parts of a stack run that are no processes of this machine. They answer on the ports of the
 * layout all the same, so that nobody who talks to them sees a difference.
 */
public interface Elsewhere {
  /** Every part is a process. */
  Elsewhere NOWHERE = new Nowhere();

  /** Whether that part runs there. */
  boolean runs(Part part);

  /** Starts it with the data it had, or anew, and does not wait until it answers. */
  void start(Instance instance);

  /** Whether it was started, and has not ended since. */
  boolean isAlive(Instance instance);

  /** Lets it finish and leave. */
  void stop(Instance instance);

  /** SIGKILL. */
  void kill(Instance instance);

  /** Keeps its connections and answers nothing. */
  void pause(Instance instance);

  /** After a pause. */
  void resume(Instance instance);

  /** Ends whatever was started for this stack, and forgets its data. */
  void removeAll();
}
