package dev.backstep.inventory.query;

import dev.backstep.inventory.problem.SkuInPath;
import dev.backstep.rest.access.Roles;
import dev.backstep.rest.problem.GeneralProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Shows products. */
@Path("/products")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CUSTOMER, Roles.VIEWER, Roles.OPERATOR})
class ProductResource {
  /** Bounds one answer; more comes with the next page. */
  private static final int MAX_LIMIT = 100;

  private static final String DEFAULT_LIMIT = "20";

  private final Shelf shelf;
  private final JsonWebToken token;

  ProductResource(Shelf shelf, JsonWebToken token) {
    this.shelf = shelf;
    this.token = token;
  }

  @GET
  @Operation(
      summary = "The products in the order of their SKUs, page by page",
      description = "As old, and for the same people, as one product.")
  public ProductPage list(
      @QueryParam("limit") @DefaultValue(DEFAULT_LIMIT) String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    int size = checked(limit);
    var after = Cursor.of(cursor).sku();
    return ProductPage.of(
        acts() ? shelf.now(after, size + 1) : shelf.lately(after, size + 1), size);
  }

  @GET
  @Path("{sku}")
  @Operation(
      summary = "One product, its price, and how many units are available",
      description =
          "Operators see the stock as it is, others as it was at the time in asOf, usually"
              + " milliseconds ago. An order is decided by the stock as it is.")
  public ProductView product(@PathParam("sku") String sku) {
    var wanted = SkuInPath.of(sku);
    return (acts() ? shelf.now(wanted) : shelf.lately(wanted))
        .orElseThrow(SkuInPath::noSuchProduct);
  }

  /** Whoever changes the stock must see what he did; shoppers may see what was a second ago. */
  private boolean acts() {
    return token.getGroups().contains(Roles.OPERATOR);
  }

  /** Read as text, for a limit that is no number is the client's mistake and not a missing page. */
  private static int checked(String limit) {
    try {
      int size = Integer.parseInt(limit);
      if (size >= 1 && size <= MAX_LIMIT) {
        return size;
      }
    } catch (NumberFormatException _) {
      // Refused below, like every other limit that is none.
    }
    throw GeneralProblem.INVALID_QUERY.problem("A limit is 1 to " + MAX_LIMIT + ".");
  }
}
