package dev.backstep.stack.testing.containers;

import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/** Returns at once: the stack itself asks each server until it answers. */
final class NoWait extends AbstractWaitStrategy {
  @Override
  protected void waitUntilReady() {}
}
