package dev.backstep.bench.reads;

/** How customers read. */
enum Habit {
  /** Order and look at once, again and again: the hardest case for the primary's share. */
  NEVER_REST("never rest"),
  /** Order, come back seconds later on another device, and look there. */
  COME_BACK("come back");

  private final String text;

  Habit(String text) {
    this.text = text;
  }

  /** As people read it. */
  String text() {
    return text;
  }
}
