package dev.backstep.order.catalogue;

import dev.backstep.contracts.value.Money;
import dev.backstep.order.problem.OrderProblem;
import dev.backstep.rest.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What this service believes that products cost. */
@Path("/catalogue")
@Produces(MediaType.APPLICATION_JSON)
class CatalogueResource {
  @GET
  @Path("/{sku}")
  @RolesAllowed({Roles.CUSTOMER, Roles.VIEWER, Roles.OPERATOR})
  @Operation(summary = "The price at which a product would be ordered now")
  public Product product(@PathParam("sku") String sku) {
    @Nullable ListedProduct listed = ListedProduct.findById(sku);
    if (listed == null) {
      throw OrderProblem.PRODUCT_NOT_FOUND.problem("No product of that SKU is on sale.");
    }
    return new Product(listed.sku, listed.name, new Money(listed.priceMinor, listed.currency));
  }

  /** A product on sale. */
  record Product(String sku, String name, Money price) {}
}
