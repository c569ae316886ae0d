package dev.backstep.inventory.catalogue;

import dev.backstep.inventory.catalogue.GoodsIn.Outcome;
import dev.backstep.inventory.problem.InventoryProblem;
import dev.backstep.inventory.problem.SkuInPath;
import dev.backstep.rest.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Receives goods. */
@Path("/products")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ReceiptResource {
  private static final String REPLAYED = "Idempotency-Replayed";

  private final GoodsIn goodsIn;
  private final ReceiptMetrics metrics;

  ReceiptResource(GoodsIn goodsIn, ReceiptMetrics metrics) {
    this.goodsIn = goodsIn;
    this.metrics = metrics;
  }

  @POST
  @Path("{sku}/receipts")
  @RolesAllowed(Roles.OPERATOR)
  @Operation(summary = "Adds units to the stock; once for each Idempotency-Key of a product")
  @APIResponseSchema(
      value = GoodsIn.Receipt.class,
      responseCode = "201",
      responseDescription = "They are in")
  public Response receive(
      @PathParam("sku") String sku,
      @HeaderParam(IdempotencyKey.HEADER) @Nullable String key,
      @NotNull @Valid ReceiptBody body) {
    var checkedKey = IdempotencyKey.of(key);
    var outcome = goodsIn.receive(SkuInPath.of(sku), checkedKey, body.quantity());
    return switch (metrics.count(outcome)) {
      case Outcome.Received(var receipt) -> created(receipt).build();
      case Outcome.Replayed(var receipt) -> created(receipt).header(REPLAYED, true).build();
      case Outcome.KeyReused _ ->
          throw InventoryProblem.IDEMPOTENCY_KEY_REUSED.problem(
              "This key stands for a receipt of another quantity. Use a new key.");
      case Outcome.UnknownProduct _ -> throw SkuInPath.noSuchProduct();
    };
  }

  private static Response.ResponseBuilder created(GoodsIn.Receipt receipt) {
    return Response.status(Response.Status.CREATED).entity(receipt);
  }

  /** How many units came. */
  record ReceiptBody(@NotNull @Min(1) @Max(GoodsIn.MAX_QUANTITY) Integer quantity) {}
}
