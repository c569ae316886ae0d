package dev.backstep.inventory.catalogue;

import dev.backstep.contracts.value.Money;
import dev.backstep.contracts.value.Sku;
import dev.backstep.inventory.problem.InventoryProblem;
import dev.backstep.rest.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Puts products on sale. */
@Path("/products")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ProductAdminResource {
  /** No control characters, no halves of characters: no database takes all of those. */
  private static final String PRINTABLE = "[^\\p{Cntrl}\\p{Cs}]*";

  private final Listings listings;

  ProductAdminResource(Listings listings) {
    this.listings = listings;
  }

  @PUT
  @Path("{sku}")
  @RolesAllowed(Roles.OPERATOR)
  @Operation(summary = "Puts a product on sale, or changes its name and price")
  @APIResponse(
      responseCode = "201",
      description = "It is on sale now",
      content = @Content(schema = @Schema(implementation = Listings.Product.class)))
  @APIResponse(
      responseCode = "200",
      description = "It was on sale before",
      content = @Content(schema = @Schema(implementation = Listings.Product.class)))
  public Response put(@PathParam("sku") String sku, @NotNull @Valid ProductBody body) {
    var listed = listings.put(checkedSku(sku), body.name(), checkedPrice(body.price()));
    return Response.status(listed.isNew() ? Response.Status.CREATED : Response.Status.OK)
        .entity(listed.product())
        .build();
  }

  private static Sku checkedSku(String sku) {
    try {
      return new Sku(sku);
    } catch (IllegalArgumentException e) {
      throw invalid(e);
    }
  }

  private static Money checkedPrice(PriceBody price) {
    try {
      return new Money(price.minorUnits(), price.currency());
    } catch (IllegalArgumentException e) {
      throw invalid(e);
    }
  }

  private static RuntimeException invalid(IllegalArgumentException e) {
    return InventoryProblem.INVALID_PRODUCT.problem(String.valueOf(e.getMessage()));
  }

  /** How a product is to be sold from now on. */
  record ProductBody(
      @NotBlank @Size(max = Listings.MAX_NAME) @Pattern(regexp = PRINTABLE) String name,
      @NotNull @Valid PriceBody price) {}

  /** Checked again as {@link Money}; here only what JSON may leave out. */
  record PriceBody(@NotNull Long minorUnits, @NotNull String currency) {}
}
