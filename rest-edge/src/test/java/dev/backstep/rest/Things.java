package dev.backstep.rest;

import dev.backstep.rest.access.Reader;
import dev.backstep.rest.access.Roles;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Duration;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Endpoints of every kind. */
@Path("/things")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class Things {
  private final JsonWebToken token;
  private final Gate gate;

  Things(JsonWebToken token, Gate gate) {
    this.token = token;
    this.gate = gate;
  }

  /** A body. */
  record Thing(String name, int count) {}

  @POST
  @RolesAllowed(Roles.CUSTOMER)
  public Thing echo(Thing thing) {
    return thing;
  }

  /** The body is read on the event loop. */
  @POST
  @Path("soon")
  @RolesAllowed(Roles.CUSTOMER)
  public Uni<Thing> echoSoon(Thing thing) {
    return Uni.createFrom().item(thing);
  }

  /** Holds its event loop up for so long, as work of many others would. */
  @GET
  @Path("heavy")
  @RolesAllowed(Roles.CUSTOMER)
  public Uni<Thing> heavy(@RestQuery long millis) {
    long end = System.nanoTime() + Duration.ofMillis(millis).toNanos();
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    return Uni.createFrom().item(new Thing("heavy", 1));
  }

  /** Is answered after so long, and holds nobody up meanwhile. */
  @GET
  @Path("late")
  @RolesAllowed(Roles.CUSTOMER)
  public Uni<Thing> late(@RestQuery long millis) {
    return Uni.createFrom()
        .item(new Thing("late", 1))
        .onItem()
        .delayIt()
        .by(Duration.ofMillis(millis));
  }

  /** One event at once, and then none. */
  @GET
  @Path("events")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RolesAllowed(Roles.CUSTOMER)
  public Multi<String> events() {
    return Multi.createBy()
        .concatenating()
        .streams(Multi.createFrom().item("first"), Multi.createFrom().nothing());
  }

  /** Nobody reads JSON here. */
  @POST
  @Path("raw")
  @RolesAllowed(Roles.CUSTOMER)
  public Thing count(InputStream body) throws IOException {
    return new Thing("bytes", body.readAllBytes().length);
  }

  @GET
  @RolesAllowed({Roles.CUSTOMER, Roles.VIEWER, Roles.OPERATOR})
  public Thing read() {
    return new Thing(Reader.of(token).toString(), 1);
  }

  @GET
  @Path("forgotten")
  public Thing nobodySaidWhoMaySeeThis() {
    return new Thing("secret", 1);
  }

  @GET
  @Path("broken")
  @RolesAllowed(Roles.CUSTOMER)
  public Thing broken(@RestQuery @Nullable String state) {
    throw new IllegalStateException("secret", new SQLException("secret", state));
  }

  /** As with a database that says nothing: holds its thread until the gate opens, and fails. */
  @GET
  @Path("slow")
  @RolesAllowed(Roles.CUSTOMER)
  public Thing slow() throws InterruptedException {
    gate.reached();
    throw new IllegalStateException("secret", new SQLException("secret", "08006"));
  }

  @GET
  @Path("bug")
  @RolesAllowed(Roles.CUSTOMER)
  public Thing bug() {
    throw new IllegalStateException("secret");
  }
}
