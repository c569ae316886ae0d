package dev.backstep.rest.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.util.Locale;

/**
 * One thing that can be wrong with a request. {@link GeneralProblem} lists what can be wrong with
 * any, an enum of each service what can be wrong with its own. The name makes the type URI, so it
 * is stable.
 */
public interface ProblemType {
  /** The constant's name. */
  String name();

  /** The HTTP status. */
  int status();

  /** One line for people, the same for every problem of this type. */
  String title();

  /** The stable type. */
  default URI uri() {
    return URI.create(
        "https://backstep.dev/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** A problem of this type, to be completed. */
  default HttpProblem.Builder problem() {
    return HttpProblem.builder().withType(uri()).withTitle(title()).withStatus(status());
  }

  /** A problem of this type. */
  default HttpProblem problem(String detail) {
    return problem().withDetail(detail).build();
  }
}
