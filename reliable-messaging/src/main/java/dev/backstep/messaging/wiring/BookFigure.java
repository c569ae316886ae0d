package dev.backstep.messaging.wiring;

/**
 * One figure of the books.
 *
 * @param name of the metric, such as {@code backstep.books.units}
 * @param label what kinds of it there are; empty when there is one
 * @param kind which of them this is
 */
public record BookFigure(String name, String label, String kind, long value) {
  /** A figure of which there is one kind. */
  public static BookFigure of(String name, long value) {
    return new BookFigure(name, "", "", value);
  }
}
