package dev.backstep.saga.query;

import dev.backstep.rest.access.Roles;
import dev.backstep.rest.problem.GeneralProblem;
import dev.backstep.saga.paging.Limit;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is too long about a saga for one answer: its log, its time axis, its messages. */
@Path("/api/sagas/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
class SagaPiecesResource {
  private final TimelinePages pages;
  private final Messages messages;

  SagaPiecesResource(TimelinePages pages, Messages messages) {
    this.pages = pages;
    this.messages = messages;
  }

  /** Log entries after that one, in order; {@code limit} is 50 when left out and at most 200. */
  @GET
  @Path("/log")
  public LogPage log(
      @PathParam("id") UUID id,
      @QueryParam("after") @Nullable Long after,
      @QueryParam("limit") @Nullable Integer limit) {
    return pages.log(id, atLeastZero(after), Limit.of(limit));
  }

  /** The time axis after, or before, that log entry. */
  @GET
  @Path("/timeline")
  public TimelinePage timeline(
      @PathParam("id") UUID id,
      @QueryParam("after") @Nullable Long after,
      @QueryParam("before") @Nullable Long before,
      @QueryParam("limit") @Nullable Integer limit) {
    if (before != null && before < 1) {
      throw GeneralProblem.INVALID_QUERY.problem("before is 1 or more.");
    }
    var piece = new TimelinePages.Piece(atLeastZero(after), before, Limit.of(limit));
    return pages.timeline(id, piece).orElseThrow(() -> SagaResource.notFound(id));
  }

  /** Its messages without their bodies, oldest first. */
  @GET
  @Path("/messages")
  public MessagePage messages(
      @PathParam("id") UUID id,
      @QueryParam("cursor") @Nullable Long cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return messages.page(id, atLeastZero(cursor), Limit.of(limit));
  }

  /** One message with its body, in which what belongs to the customer is masked. */
  @GET
  @Path("/messages/{key}")
  public MessageView message(@PathParam("id") UUID id, @PathParam("key") String key) {
    return MessageKey.parse(key)
        .flatMap(it -> messages.find(id, it))
        .orElseThrow(() -> GeneralProblem.NOT_FOUND.problem("The saga has no such message."));
  }

  private static long atLeastZero(@Nullable Long value) {
    if (value != null && value < 0) {
      throw GeneralProblem.INVALID_QUERY.problem("after and cursor are not negative.");
    }
    return value == null ? 0 : value;
  }
}
