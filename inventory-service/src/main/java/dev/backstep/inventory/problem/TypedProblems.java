package dev.backstep.inventory.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Gives a type to the problems that come from the framework. */
@ApplicationScoped
class TypedProblems implements ProblemPostProcessor {
  @Override
  public HttpProblem apply(HttpProblem problem, ProblemContext context) {
    return problem.getType() != null
        ? problem
        : type(problem, context).map(type -> typed(problem, type)).orElse(problem);
  }

  private static Optional<ProblemType> type(HttpProblem problem, ProblemContext context) {
    return isAboutJson(context.cause)
        ? Optional.of(ProblemType.MALFORMED_BODY)
        : ProblemType.general(problem.getStatusCode());
  }

  private static boolean isAboutJson(Throwable cause) {
    return cause instanceof JsonProcessingException
        || cause.getCause() instanceof JsonProcessingException;
  }

  private static HttpProblem typed(HttpProblem problem, ProblemType type) {
    return HttpProblem.builder(problem)
        .withType(type.uri())
        .withTitle(type.title())
        .withStatus(type.status())
        .build();
  }
}
