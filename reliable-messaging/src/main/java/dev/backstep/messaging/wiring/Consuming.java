package dev.backstep.messaging.wiring;

import dev.backstep.messaging.consumer.ConsumerListener;
import dev.backstep.messaging.consumer.ConsumerLoop;
import dev.backstep.messaging.consumer.PollConsumer;
import dev.backstep.messaging.intake.Pause;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The threads that take messages in: one for each channel. */
@Singleton
class Consuming {
  /** A poll is applied within this time, or it is delivered again. */
  private static final Duration STOP = Duration.ofSeconds(5);

  private static final int AFTER_EVERYTHING = 5_000;

  /** After {@link Stopping}, which ends what waits in place. */
  private static final int BEFORE_THE_RELAY = 100;

  private final MessagingConfig config;
  private final ConsumerSettings settings;
  private final List<PollConsumer> handlers;
  private final Pause pause;
  private final ConsumerListener listener;
  private final List<Lane> lanes = new ArrayList<>();

  Consuming(
      MessagingConfig config,
      ConsumerSettings settings,
      @All List<PollConsumer> handlers,
      Pause pause,
      MessagingMetrics metrics,
      MessagingTraces traces) {
    this.config = config;
    this.settings = settings;
    this.handlers = handlers;
    this.pause = pause;
    this.listener = ConsumerListener.both(metrics, traces);
  }

  void onStart(@Observes @Priority(AFTER_EVERYTHING) StartupEvent event) {
    for (var handler : handlers) {
      var lane = lane(handler);
      lanes.add(lane);
      lane.thread.start();
    }
  }

  void onStop(@Observes @Priority(BEFORE_THE_RELAY) ShutdownEvent event)
      throws InterruptedException {
    lanes.forEach(lane -> lane.loop.stop());
    for (var lane : lanes) {
      lane.thread.join(STOP.toMillis());
    }
  }

  /** The channels whose thread has died of an error that no loop survives. */
  List<String> dead() {
    return lanes.stream().filter(lane -> !lane.thread.isAlive()).map(Lane::channel).toList();
  }

  private Lane lane(PollConsumer handler) {
    var channel = handler.channel();
    var wanted = config.consumers().get(channel);
    if (wanted == null) {
      throw new IllegalStateException("backstep.consumers.%s is not set".formatted(channel));
    }
    var consumer = settings.consumer(channel, wanted.group());
    var loop =
        new ConsumerLoop(consumer, wanted.topics(), handler, pause, System::nanoTime, listener);
    return new Lane(channel, loop, Thread.ofPlatform().daemon().name(channel).unstarted(loop));
  }

  private record Lane(String channel, ConsumerLoop loop, Thread thread) {}
}
