package dev.backstep.lra.guard;

import io.narayana.lra.LRAData;
import io.narayana.lra.coordinator.internal.LRARecoveryModule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.lra.annotation.LRAStatus;

/** Who started which LRA: what it was told as its client id when it was started. */
@ApplicationScoped
class Owners {
  private static final String PATH = "/lra-coordinator/";
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");

  private final String root;

  Owners(GuardConfig config) {
    this.root = config.url().toString().replaceAll("/+$", "");
  }

  /** Ids are made of the name under which the coordinator was reached: there must be only one. */
  void requireOwnRoot(UriInfo asked) {
    if (!asked.getBaseUri().toString().equals(root + "/")) {
      throw LraProblem.WRONG_ROOT.problem("Use " + root);
    }
  }

  /** What the LRA of that path was started with; empty when there is none any more. */
  Optional<String> clientOf(UriInfo asked) {
    return find(asked).map(LRAData::getClientId);
  }

  /** Whether it was closed already, and waits for participants. */
  boolean isClosing(UriInfo asked) {
    return find(asked).filter(lra -> lra.getStatus() == LRAStatus.Closing).isPresent();
  }

  private Optional<LRAData> find(UriInfo asked) {
    var id = asked.getPathParameters().getFirst("LraId");
    if (id == null || !ID.matcher(id).matches()) {
      throw LraProblem.LRA_ID_INVALID.problem("Use the last part of the LRA's URL.");
    }
    try {
      return Optional.of(LRARecoveryModule.getService().getLRA(URI.create(root + PATH + id)));
    } catch (NotFoundException _) {
      return Optional.empty();
    }
  }
}
