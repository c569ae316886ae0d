package dev.backstep.saga.query;

import dev.backstep.rest.access.Roles;
import dev.backstep.rest.problem.GeneralProblem;
import dev.backstep.saga.paging.Limit;
import dev.backstep.saga.problem.SagaProblem;
import dev.backstep.saga.session.Caller;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sagas: lists, and one with everything about it. */
@Path("/api/sagas")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
class SagaResource {
  private static final String NEWEST = "newest";
  private static final String ATTENTION = "attention";

  private final SagaList sagas;
  private final SagaDetails details;
  private final Caller caller;

  SagaResource(SagaList sagas, SagaDetails details, Caller caller) {
    this.sagas = sagas;
    this.details = details;
    this.caller = caller;
  }

  /**
   * Those that match, the stuck ones first unless {@code sort=newest}; {@code limit} is 50 when
   * left out and at most 200.
   */
  @GET
  public SagaPage list(
      @BeanParam FilterParameters filter,
      @QueryParam("sort") @Nullable String sort,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return sagas.page(
        SagaFilter.of(filter.wish()),
        new SagaList.Slice(
            isStuckFirst(sort),
            Optional.ofNullable(cursor).map(ListPlace::parse),
            Limit.of(limit)));
  }

  /** One saga: where it stands and why, its steps, its log, and what an operator may do. */
  @GET
  @Path("/{id}")
  public SagaDetail get(@PathParam("id") UUID id) {
    return details.find(id, caller.isOperator()).orElseThrow(() -> notFound(id));
  }

  static HttpProblem notFound(UUID id) {
    return SagaProblem.SAGA_NOT_FOUND.problem("No saga has the id " + id + ".");
  }

  private static boolean isStuckFirst(@Nullable String sort) {
    return switch (sort) {
      case null -> true;
      case ATTENTION -> true;
      case NEWEST -> false;
      default -> throw GeneralProblem.INVALID_QUERY.problem("sort is attention or newest.");
    };
  }
}
