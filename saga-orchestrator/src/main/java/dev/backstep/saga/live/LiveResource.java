package dev.backstep.saga.live;

import dev.backstep.rest.access.Roles;
import dev.backstep.saga.session.Caller;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Server-sent events for whoever watches. */
@Path("/api/live")
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
class LiveResource {
  /** Proxies cut what is silent for longer. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);

  /** Browsers try again after so long. */
  private static final Duration RECONNECT = Duration.ofSeconds(1);

  /** Then the browser connects again and is asked who he is: signing out works here, too. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Live live;
  private final Caller caller;
  private final InstantSource time;
  private final String instance;

  LiveResource(
      Live live,
      Caller caller,
      InstantSource time,
      @ConfigProperty(name = "backstep.instance", defaultValue = "saga-orchestrator")
          String instance) {
    this.live = live;
    this.caller = caller;
    this.time = time;
    this.instance = instance;
  }

  /** Hints that something has changed, until the session ends. */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public Multi<OutboundSseEvent> watch(@Context Sse sse) {
    var now = time.instant();
    var hello = Multi.createFrom().<LiveEvent>item(new LiveEvent.Hello(now, instance));
    var events =
        Multi.createBy()
            .concatenating()
            .streams(hello, live.watch())
            .map(event -> event(sse, event));
    return Multi.createBy().merging().streams(events, heartbeats(sse)).select().first(longest(now));
  }

  private Duration longest(Instant now) {
    return caller
        .expiresAt()
        .map(end -> Duration.between(now, end))
        .filter(left -> left.compareTo(LONGEST) < 0)
        .filter(Duration::isPositive)
        .orElse(LONGEST);
  }

  private static Multi<OutboundSseEvent> heartbeats(Sse sse) {
    return Multi.createFrom()
        .ticks()
        .every(HEARTBEAT)
        .onOverflow()
        .drop()
        .map(_ -> sse.newEventBuilder().comment("still here").build());
  }

  private static OutboundSseEvent event(Sse sse, LiveEvent event) {
    return sse.newEventBuilder()
        .name(event.name())
        .reconnectDelay(RECONNECT.toMillis())
        .mediaType(MediaType.APPLICATION_JSON_TYPE)
        .data(event.getClass(), event)
        .build();
  }
}
