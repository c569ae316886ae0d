package dev.backstep.stack.testing.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import dev.backstep.stack.Elsewhere;
import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.process.Patience;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.testcontainers.DockerClientFactory;

/**
 * PostgreSQL, its replica, Kafka and Redis as containers on the ports of the layout. They are known
 * by their names alone, since Quarkus loads tests and their resources with different class loaders.
 */
public final class Containers implements Elsewhere {
  private static final Set<Part> PARTS =
      Set.of(Part.POSTGRES, Part.POSTGRES_REPLICA, Part.KAFKA, Part.REDIS);

  /** A server that is told to stop leaves within a second or two; SIGKILL follows. */
  private static final int STOP_SECONDS = 20;

  /** An engine takes a second for a removal, which Testcontainers may have begun. */
  private static final Duration REMOVED = Duration.ofSeconds(10);

  private final Layout layout;
  private final ContainerNames names;

  /** Of the stack with that layout. */
  public Containers(Layout layout) {
    this.layout = layout;
    this.names = new ContainerNames(layout.settings().portBase());
  }

  @Override
  public boolean runs(Part part) {
    return PARTS.contains(part);
  }

  @Override
  public void start(Instance instance) {
    // The replica is always copied anew: it may have been promoted, or have lost its slot.
    if (instance.part() == Part.POSTGRES_REPLICA) {
      remove(instance);
    }
    var start = Instant.now();
    if (exists(instance)) {
      client().startContainerCmd(names.of(instance)).exec();
    } else {
      new ContainerRecipes(layout, names).of(instance).start();
    }
    var log = layout.directory().log(instance.name());
    LogCopy.begin(client(), names.of(instance), start, log);
  }

  @Override
  public boolean isAlive(Instance instance) {
    try {
      var state = client().inspectContainerCmd(names.of(instance)).exec().getState();
      return Boolean.TRUE.equals(state.getRunning());
    } catch (NotFoundException e) {
      return false;
    }
  }

  private boolean exists(Instance instance) {
    return client().listContainersCmd().withShowAll(true).exec().stream()
        .anyMatch(container -> List.of(container.getNames()).contains("/" + names.of(instance)));
  }

  @Override
  public void stop(Instance instance) {
    try {
      client().stopContainerCmd(names.of(instance)).withTimeout(STOP_SECONDS).exec();
    } catch (NotFoundException | NotModifiedException e) {
      // It does not run, which is what was asked for.
    }
  }

  @Override
  public void kill(Instance instance) {
    client().killContainerCmd(names.of(instance)).exec();
  }

  @Override
  public void pause(Instance instance) {
    client().pauseContainerCmd(names.of(instance)).exec();
  }

  @Override
  public void resume(Instance instance) {
    client().unpauseContainerCmd(names.of(instance)).exec();
  }

  @Override
  public void removeAll() {
    PARTS.forEach(part -> remove(Instance.of(part)));
    Patience.until(REMOVED, this::removesNetwork);
  }

  private boolean removesNetwork() {
    try {
      client().removeNetworkCmd(names.network()).exec();
      return true;
    } catch (NotFoundException e) {
      return true;
    } catch (DockerException e) {
      return false; // a container that is being removed is still in it
    }
  }

  private void remove(Instance instance) {
    try {
      client()
          .removeContainerCmd(names.of(instance))
          .withForce(true)
          .withRemoveVolumes(true)
          .exec();
    } catch (NotFoundException | ConflictException e) {
      // None was made, or Testcontainers' own clearing up is at it.
    }
  }

  private static DockerClient client() {
    return DockerClientFactory.instance().client();
  }
}
