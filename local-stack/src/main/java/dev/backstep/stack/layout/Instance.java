package dev.backstep.stack.layout;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One process: a part, counted from 1. The second order-service is called {@code order-service-2}.
 */
public record Instance(Part part, int number) {
  /**
   * A stack has ten ports per row of instances and room for eight rows behind the servers' ports.
   */
  public static final int MOST = 8;

  public Instance {
    if (number < 1 || number > MOST) {
      throw new IllegalArgumentException(
          "Instance number must be 1 to " + MOST + ", not " + number);
    }
    if (number > 1 && !part.hasDatabase()) {
      throw new IllegalArgumentException("There is only one " + part.label());
    }
  }

  /** The first instance of that part. */
  public static Instance of(Part part) {
    return new Instance(part, 1);
  }

  /** The instance of that name, or nothing if no process of a stack is called so. */
  public static Optional<Instance> named(String name) {
    return Stream.of(Part.values())
        .flatMap(Instance::all)
        .filter(instance -> instance.name().equals(name))
        .findFirst();
  }

  private static Stream<Instance> all(Part part) {
    return IntStream.rangeClosed(1, part.hasDatabase() ? MOST : 1)
        .mapToObj(number -> new Instance(part, number));
  }

  /** The name on the command line and of its files. */
  public String name() {
    return number == 1 ? part.label() : part.label() + "-" + number;
  }
}
