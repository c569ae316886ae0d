package dev.backstep.rest.testing;

import static io.restassured.RestAssured.given;

/** The figures that a service shows to whoever scrapes them. */
public final class Metrics {
  private Metrics() {}

  /**
   * What it shows now; 0 for a figure that it does not show.
   *
   * @param figure the name, with all labels in the order of their names
   */
  public static double value(String figure) {
    return given()
        .get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith(figure + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(figure.length() + 1)))
        .sum();
  }
}
