package dev.backstep.stack.layout;

/** How the processes of a stack are reached. */
public enum Reach {
  /** On 127.0.0.1, each on a port of its own. */
  LOOPBACK,
  /** By their names, each in a container of its own: only from within the containers' network. */
  CONTAINERS
}
