package dev.backstep.stack.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TopologyTest {
  @Test
  void everyPartHasOnePlace() {
    assertThat(Topology.places()).extracting(Place::part).containsExactly(Part.values());
  }

  @Test
  void noTwoProcessesShareAPortAndAllKeepToTheStacksHundred() {
    List<Integer> ports =
        instances().flatMap(instance -> Topology.ports(instance, 27100).stream()).toList();
    assertThat(ports).doesNotHaveDuplicates().allMatch(port -> port >= 27100 && port < 27200);
  }

  private static Stream<Instance> instances() {
    return Stream.of(Part.values())
        .flatMap(part ->
            IntStream.rangeClosed(1, part.hasDatabase() ? Instance.MOST : 1)
                .mapToObj(number -> new Instance(part, number)));
  }

  @Test
  void nothingWaitsForWhatComesLater() {
    var before = new HashSet<Part>();
    for (Place place : Topology.places()) {
      assertThat(before).containsAll(place.after());
      before.add(place.part());
    }
  }

  @Test
  void servicesComeUpAfterTheServersThatTheyNeed() {
    assertThat(Topology.depth(Part.POSTGRES)).isZero();
    assertThat(Part.services()).allMatch(service -> Topology.depth(service) == 1);
  }

  @Test
  void everyNameMeansItsInstance() {
    assertThat(instances())
        .allSatisfy(instance -> assertThat(Instance.named(instance.name())).contains(instance));
    assertThat(Instance.named("order-service-2")).contains(new Instance(Part.ORDER_SERVICE, 2));
    assertThat(Instance.named("order-service-9")).isEmpty();
    assertThat(Instance.named("kafka-2")).isEmpty();
  }

  @Test
  void aPortBaseWithoutRoomIsRefusedInOneLine() {
    assertThatThrownBy(() -> new StackSettings(65_500, Purpose.USE))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("--port-base")
        .hasMessageNotContaining("\n");
  }
}
