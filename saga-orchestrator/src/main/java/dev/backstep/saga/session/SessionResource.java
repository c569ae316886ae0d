package dev.backstep.saga.session;

import dev.backstep.saga.problem.SagaProblem;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Signing in to the console, and out. */
@Path("/api/session")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class SessionResource {
  private final Sessions sessions;
  private final PasswordLogin passwords;
  private final LoginThrottle throttle;
  private final SessionWords words;
  private final InstantSource time;

  SessionResource(
      Sessions sessions,
      PasswordLogin passwords,
      LoginThrottle throttle,
      SessionWords words,
      InstantSource time) {
    this.sessions = sessions;
    this.passwords = passwords;
    this.throttle = throttle;
    this.words = words;
    this.time = time;
  }

  /** Who is signed in, if anybody, and how one signs in. */
  @GET
  public SessionView get(@CookieParam(SessionCookie.NAME) @Nullable String cookie) {
    return words.of(Optional.ofNullable(cookie).map(SessionToken::new).flatMap(sessions::find));
  }

  /** Signs in with name and password, where passwords are offered. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @APIResponseSchema(
      value = SessionView.class,
      responseCode = "200",
      responseDescription = "Signed in, by the cookie")
  public Response login(@Valid @NotNull Credentials credentials, @Context UriInfo uri) {
    refuseGuessing();
    var role = passwords.roleOf(credentials.user(), credentials.password());
    if (role.isEmpty()) {
      throttle.failed();
      throw SagaProblem.LOGIN_REFUSED.problem("Name or password is wrong.");
    }
    var begun = sessions.begin(credentials.user(), role.get());
    return Response.ok(words.of(Optional.of(begun.user())))
        .cookie(SessionCookie.of(begun, time.instant(), isSecure(uri)))
        .build();
  }

  /** Signs out, here and everywhere the cookie was copied to. */
  @DELETE
  public Response logout(
      @CookieParam(SessionCookie.NAME) @Nullable String cookie, @Context UriInfo uri) {
    if (cookie != null) {
      sessions.end(new SessionToken(cookie));
    }
    return Response.noContent().cookie(SessionCookie.none(isSecure(uri))).build();
  }

  private void refuseGuessing() {
    var pause = throttle.pause();
    if (pause.isPositive()) {
      throw SagaProblem.TOO_MANY_LOGINS
          .problem()
          .withDetail("Too many wrong passwords. Wait a moment.")
          .withHeader(HttpHeaders.RETRY_AFTER, pause.toSeconds() + 1)
          .build();
    }
  }

  private static boolean isSecure(UriInfo uri) {
    return "https".equals(uri.getRequestUri().getScheme());
  }
}
