package dev.backstep.lra.guard;

import dev.backstep.lra.lease.Standing;
import dev.backstep.rest.access.Roles;
import dev.backstep.rest.problem.GeneralProblem;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.lra.annotation.LRAStatus;

/**
 * Looks at every request before the coordinator does. What it does not know is for operators alone.
 */
@Provider
public class Guard implements ContainerRequestFilter {
  private static final List<String> WITH_LINKS = List.of("Link", "Narayana-LRA-Participant-Link");
  private static final String CLIENT_ID = "ClientID";
  private static final String PARENT = "ParentLRA";

  /** About the time that a takeover needs. */
  private static final int COME_BACK_SECONDS = 2;

  private final Standing standing;
  private final Callbacks callbacks;
  private final Owners owners;
  private final SecurityIdentity caller;
  private final ResourceInfo resource;
  private final RoutingContext routing;

  Guard(
      Standing standing,
      Callbacks callbacks,
      Owners owners,
      SecurityIdentity caller,
      ResourceInfo resource,
      RoutingContext routing) {
    this.standing = standing;
    this.callbacks = callbacks;
    this.owners = owners;
    this.caller = caller;
    this.resource = resource;
    this.routing = routing;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (!standing.isActive()) {
      throw LraProblem.STANDING_BY
          .problem()
          .withDetail("Ask again in a moment.")
          .withHeader(HttpHeaders.RETRY_AFTER, COME_BACK_SECONDS)
          .build();
    }
    owners.requireOwnRoot(request.getUriInfo());
    requireListedLinks(request);
    admit(request);
  }

  private void requireListedLinks(ContainerRequestContext request) {
    for (var header : WITH_LINKS) {
      for (var links : request.getHeaders().getOrDefault(header, List.of())) {
        if (!links.isEmpty() && !callbacks.allow(links)) {
          throw LraProblem.CALLBACK_NOT_LISTED.problem(
              header + " names a URL that is not on the list.");
        }
      }
    }
  }

  private void admit(ContainerRequestContext request) {
    switch (method()) {
      case "startLRA" -> {
        requireOneOf(Roles.CUSTOMER, Roles.OPERATOR, Roles.SERVICE);
        start(request);
      }
      // A participant that fails cancels what it takes part in: so MicroProfile LRA has it.
      case "joinLRAViaBody", "leaveLRA", "cancelLRA" ->
          requireOwner(request, Roles.OPERATOR, Roles.SERVICE);
      case "renewTimeLimit" -> requireOwner(request, Roles.OPERATOR);
      case "closeLRA" -> {
        requireOwner(request, Roles.OPERATOR);
        closeOnce(request);
      }
      case "getLRAStatus", "getLRAInfo" ->
          requireOwner(request, Roles.OPERATOR, Roles.VIEWER, Roles.SERVICE);
      case "getAllLRAs" -> requireOneOf(Roles.OPERATOR, Roles.VIEWER, Roles.SERVICE);
      default -> requireOneOf(Roles.OPERATOR);
    }
  }

  /**
   * Narayana takes a second close, while it waits for participants, for one that comes too late: it
   * cancels.
   */
  private void closeOnce(ContainerRequestContext request) {
    if (owners.isClosing(request.getUriInfo())) {
      request.abortWith(Response.ok(LRAStatus.Closing.name(), MediaType.TEXT_PLAIN_TYPE).build());
    }
  }

  private String method() {
    var method = resource.getResourceMethod();
    return method == null ? "" : method.getName();
  }

  /** The LRA remembers who started it, in front of what he calls himself. */
  private void start(ContainerRequestContext request) {
    var query = request.getUriInfo().getQueryParameters();
    if (query.containsKey(PARENT) && !query.getFirst(PARENT).isEmpty()) {
      throw LraProblem.LRA_NESTED.problem("Start an LRA of its own.");
    }
    var client = query.getFirst(CLIENT_ID);
    routing.queryParams().set(CLIENT_ID, prefix() + (client == null ? "" : client));
  }

  private void requireOwner(ContainerRequestContext request, String... orRoles) {
    var client = owners.clientOf(request.getUriInfo());
    if (hasOneOf(orRoles)) {
      return;
    }
    requireOneOf(Roles.CUSTOMER, Roles.SERVICE);
    if (client.isPresent() && !client.get().startsWith(prefix())) {
      throw LraProblem.NOT_YOUR_LRA.problem("This LRA was started by somebody else.");
    }
  }

  private String prefix() {
    return URLEncoder.encode(caller.getPrincipal().getName(), StandardCharsets.UTF_8) + "/";
  }

  private void requireOneOf(String... roles) {
    if (!hasOneOf(roles)) {
      throw GeneralProblem.FORBIDDEN.problem("The role of this token does not allow this.");
    }
  }

  private boolean hasOneOf(String... roles) {
    return List.of(roles).stream().anyMatch(caller::hasRole);
  }
}
