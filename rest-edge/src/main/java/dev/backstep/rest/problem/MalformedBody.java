package dev.backstep.rest.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says where a body is not what it should be, without a word of the reader's inside. */
public class MalformedBody {
  private static final int BEFORE_THE_FRAMEWORK = 1;

  /** In place of the framework's own answer, which is no problem. */
  @ServerExceptionMapper(priority = BEFORE_THE_FRAMEWORK)
  public Response mismatch(MismatchedInputException e) {
    return problem(e).toResponse();
  }

  static HttpProblem problem(JsonProcessingException e) {
    return GeneralProblem.MALFORMED_BODY.problem(
        switch (e) {
          case JsonMappingException mapping -> where(mapping);
          default -> "The body is not JSON.";
        });
  }

  private static String where(JsonMappingException e) {
    var path =
        e.getPath().stream()
            .map(step ->
                step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
            .collect(Collectors.joining("."));
    return path.isEmpty() ? "The body has the wrong shape." : "See the field " + path + ".";
  }
}
