package dev.backstep.rest.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Holds each answer against the OpenAPI document that its service serves: a body has the fields,
 * and only the fields, that the document describes; of problems the common form is checked. What
 * succeeds must be described for every operation that is published.
 */
public final class Described implements Filter {
  private static final String PROBLEM = "application/problem+json";
  private static final int REDIRECTION = 300;

  private final ApiDocument published;
  private final AtomicReference<@Nullable ApiDocument> served = new AtomicReference<>();

  private Described(ApiDocument published) {
    this.published = published;
  }

  /** For the answers of that service. */
  public static Described by(String service) {
    return new Described(ApiDocument.of(service));
  }

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification expected,
      FilterContext context) {
    var response = context.next(request, expected);
    var path = URI.create(request.getURI()).getRawPath();
    if (!path.startsWith("/q/")) {
      check(request.getMethod(), path, response);
    }
    return response;
  }

  private void check(String method, String path, Response response) {
    var type = response.contentType() == null ? "" : response.contentType();
    var what = "%s %s answered %d".formatted(method, path, response.statusCode());
    if (type.startsWith(PROBLEM)) {
      assertThat(served().faultsOfProblem(response.asString())).as(what).isEmpty();
    } else if (type.startsWith("application/json")) {
      checkJson(method, path, response, what);
    }
  }

  private void checkJson(String method, String path, Response response, String what) {
    int status = response.statusCode();
    if (status < REDIRECTION && published.hasOperation(method, path)) {
      assertThat(served().describes(method, path, status)).as("%s is described", what).isTrue();
    }
    var faults = served().faults(method, path, status, response.asString());
    assertThat(faults).as("%s: %s", what, response.asString()).isEmpty();
  }

  private ApiDocument served() {
    var known = served.get();
    if (known == null) {
      known = ApiDocument.parse(RestAssured.get("/q/openapi").asString());
      served.set(known);
    }
    return known;
  }
}
