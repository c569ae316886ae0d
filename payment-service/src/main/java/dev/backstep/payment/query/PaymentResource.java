package dev.backstep.payment.query;

import dev.backstep.payment.problem.PaymentProblem;
import dev.backstep.rest.access.Reader;
import dev.backstep.rest.access.Roles;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Shows payments. */
@Path("/payments")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CUSTOMER, Roles.VIEWER, Roles.OPERATOR})
class PaymentResource {
  private final JsonWebToken token;

  PaymentResource(JsonWebToken token) {
    this.token = token;
  }

  @GET
  @Path("{orderId}")
  @Operation(summary = "The payment of an order; that of another customer's does not exist")
  public PaymentView payment(@PathParam("orderId") String orderId) {
    return PaymentRecord.of(parse(orderId), Reader.of(token))
        .map(PaymentView::of)
        .orElseThrow(PaymentResource::unknown);
  }

  private static UUID parse(String orderId) {
    try {
      return UUID.fromString(orderId);
    } catch (IllegalArgumentException _) {
      throw unknown();
    }
  }

  private static HttpProblem unknown() {
    return PaymentProblem.PAYMENT_NOT_FOUND.problem(
        "No payment was asked for under that order id.");
  }
}
