package dev.backstep.e2e.trace;

/**
 * A span as it was told.
 *
 * @param parent the id of the span that it is a child of; empty for the first
 */
record Told(String service, String name, String trace, String parent) {
  /** Who did what. */
  String line() {
    return service + ": " + name;
  }
}
