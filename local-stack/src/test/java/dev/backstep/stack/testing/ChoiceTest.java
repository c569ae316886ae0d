package dev.backstep.stack.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.stack.layout.StackFailure;
import dev.backstep.stack.testing.containers.ContainerEngine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChoiceTest {
  private static final List<String> IMAGES = List.of("postgres", "kafka");
  private static final String UNASKED = "";

  private static ContainerEngine engineWith(String... images) {
    return new Engine(Optional.empty(), Set.of(images));
  }

  private static ContainerEngine engineThat(String obstacle) {
    return new Engine(Optional.of(obstacle), Set.copyOf(IMAGES));
  }

  @Test
  void takesContainersWhereAnEngineHasEveryImage() {
    var choice = Choice.of(UNASKED, engineWith("postgres", "kafka", "another"), IMAGES);
    assertThat(choice.infrastructure()).isEqualTo(Infrastructure.TESTCONTAINERS);
    assertThat(choice.announcement())
        .isEqualTo(
            "Servers of the tests: containers, by Testcontainers: an engine answers and has every image they need");
  }

  @Test
  void pullsNoImageUnasked() {
    var choice = Choice.of(UNASKED, engineWith("postgres"), IMAGES);
    assertThat(choice.announcement())
        .isEqualTo("Servers of the tests: embedded: image kafka is missing");
  }

  @Test
  void takesEmbeddedServersWhereNoEngineCanBeUsed() {
    var choice = Choice.of(UNASKED, engineThat("no container engine answers"), IMAGES);
    assertThat(choice.announcement())
        .isEqualTo("Servers of the tests: embedded: no container engine answers");
  }

  @Test
  void whatSomebodyChoseWinsWithoutALook() {
    assertThat(Choice.of("testcontainers", new Unasked(), IMAGES))
        .isEqualTo(new Choice(Infrastructure.TESTCONTAINERS, "as -Dbackstep.infra says"));
    assertThat(Choice.of("embedded", new Unasked(), IMAGES))
        .isEqualTo(new Choice(Infrastructure.EMBEDDED, "as -Dbackstep.infra says"));
  }

  @Test
  void whatNobodyKnowsIsAnError() {
    assertThatThrownBy(() -> Choice.of("podman", new Unasked(), IMAGES))
        .isInstanceOf(StackFailure.class)
        .hasMessage("-Dbackstep.infra=podman: choose embedded or testcontainers");
  }

  private record Engine(Optional<String> obstacle, Set<String> has) implements ContainerEngine {
    @Override
    public Optional<String> missing(List<String> images) {
      return images.stream().filter(image -> !has.contains(image)).findFirst();
    }
  }

  private record Unasked() implements ContainerEngine {
    @Override
    public Optional<String> obstacle() {
      throw new AssertionError("nobody asked for a look");
    }

    @Override
    public Optional<String> missing(List<String> images) {
      throw new AssertionError("nobody asked for a look");
    }
  }
}
