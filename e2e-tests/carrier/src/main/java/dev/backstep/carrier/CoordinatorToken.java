package dev.backstep.carrier;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.config.ConfigProvider;

/** Shows the coordinator who takes part. Named in the configuration of the LRA library. */
public class CoordinatorToken implements ClientRequestFilter {
  @Override
  public void filter(ClientRequestContext request) {
    var token = ConfigProvider.getConfig().getValue("carrier.token", String.class);
    request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token);
  }
}
