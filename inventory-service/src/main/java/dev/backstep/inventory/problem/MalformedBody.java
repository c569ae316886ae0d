package dev.backstep.inventory.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says where a body is not what it should be, in place of the framework, which does not say. */
class MalformedBody {
  private static final int BEFORE_THE_FRAMEWORK = 1;

  @ServerExceptionMapper(priority = BEFORE_THE_FRAMEWORK)
  Response mismatch(MismatchedInputException e) {
    return ProblemType.MALFORMED_BODY.problem(detail(e)).toResponse();
  }

  private static String detail(JsonMappingException e) {
    var path =
        e.getPath().stream()
            .map(step ->
                step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
            .collect(Collectors.joining("."));
    return path.isEmpty() ? "The body has the wrong shape." : "See the field " + path + ".";
  }
}
