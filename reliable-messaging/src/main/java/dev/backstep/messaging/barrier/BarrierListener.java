package dev.backstep.messaging.barrier;

/**
 * Counts what the barrier stops. A transaction that is rolled back and repeated is counted twice.
 */
public interface BarrierListener {
  /** A command came again. */
  void duplicate();

  /** An undo came before its do. */
  void tombstone();
}
