package dev.backstep.bench.report;

/**
 * A number that was measured.
 *
 * @param format how people see it, as of {@link String#format}
 */
public record Figure(double value, String format) {
  /** So many a second. */
  public static Figure rate(double perSecond) {
    return new Figure(perSecond, perSecond < 100 ? "%,.1f" : "%,.0f");
  }

  /** A whole number. */
  public static Figure count(double number) {
    return new Figure(number, "%,.0f");
  }

  /** A whole number. */
  public static Figure count(long number) {
    return count((double) number);
  }

  /** Milliseconds, seconds or percent: one digit after the point. */
  public static Figure tenths(double number) {
    return new Figure(number, "%,.1f");
  }

  /** What a saga needs of something. */
  public static Figure each(double number) {
    return new Figure(number, number < 1 ? "%,.3f" : "%,.2f");
  }

  /** One number as a multiple of another. */
  public static Figure ratio(double number) {
    return new Figure(number, "%,.2f");
  }

  /** Nothing was measured. */
  public static Figure none() {
    return new Figure(Double.NaN, "%.0f");
  }

  boolean isMeasured() {
    return !Double.isNaN(value);
  }

  String text() {
    return isMeasured() ? String.format(format, value) : "-";
  }
}
