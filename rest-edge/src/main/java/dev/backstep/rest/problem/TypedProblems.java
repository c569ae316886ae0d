package dev.backstep.rest.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Gives a type to the problems that come from the framework. */
@ApplicationScoped
class TypedProblems implements ProblemPostProcessor {
  private final Outage outage;

  TypedProblems(Outage outage) {
    this.outage = outage;
  }

  @Override
  public HttpProblem apply(HttpProblem problem, ProblemContext context) {
    return problem.getType() == null ? typed(problem, context.cause) : problem;
  }

  private HttpProblem typed(HttpProblem problem, Throwable cause) {
    if (DatabaseAway.caused(cause)) {
      outage.noted(cause.getMessage());
      return DatabaseAway.problem();
    }
    return json(cause)
        .map(MalformedBody::problem)
        .or(() -> GeneralProblem.of(problem.getStatusCode()).map(type -> typed(problem, type)))
        .orElse(problem);
  }

  /** The reader wraps what it finds wrong, or does not. */
  private static Optional<JsonProcessingException> json(Throwable cause) {
    if (cause instanceof JsonProcessingException own) {
      return Optional.of(own);
    }
    return cause.getCause() instanceof JsonProcessingException wrapped
        ? Optional.of(wrapped)
        : Optional.empty();
  }

  private static HttpProblem typed(HttpProblem problem, GeneralProblem type) {
    return HttpProblem.builder(problem).withType(type.uri()).withTitle(type.title()).build();
  }
}
