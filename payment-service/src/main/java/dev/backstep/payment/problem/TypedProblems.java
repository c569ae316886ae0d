package dev.backstep.payment.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;

/** Gives a type to the problems that come from the framework. */
@ApplicationScoped
class TypedProblems implements ProblemPostProcessor {
  @Override
  public HttpProblem apply(HttpProblem problem, ProblemContext context) {
    return problem.getType() != null
        ? problem
        : ProblemType.general(problem.getStatusCode())
            .map(type -> typed(problem, type))
            .orElse(problem);
  }

  private static HttpProblem typed(HttpProblem problem, ProblemType type) {
    return HttpProblem.builder(problem).withType(type.uri()).withTitle(type.title()).build();
  }
}
