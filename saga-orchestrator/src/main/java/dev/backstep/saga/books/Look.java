package dev.backstep.saga.books;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One service, as its instances told at that time.
 *
 * @param now of each instance that answered
 * @param earlier a minute before, of the same instances; empty ones where there was none
 * @param why why some did not answer; empty when all did
 */
record Look(String service, Instant at, List<Metrics> now, List<Metrics> earlier, String why) {
  /** Nobody answered. */
  boolean isSilent() {
    return now.isEmpty();
  }

  /** Of figures that every instance tells of the same database. */
  OptionalDouble shared(String name) {
    return now.stream()
        .map(it -> it.sum(name))
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .max();
  }

  /** Of figures that each instance counts for itself. */
  OptionalDouble summed(String name) {
    var values = now.stream().map(it -> it.sum(name)).filter(OptionalDouble::isPresent).toList();
    return values.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(values.stream().mapToDouble(OptionalDouble::getAsDouble).sum());
  }

  /** The worst of the instances within the last minute. */
  OptionalDouble quantile(String histogram, double part) {
    double worst = Double.NaN;
    for (int i = 0; i < now.size(); i++) {
      var one = now.get(i).quantile(histogram, part, earlier.get(i));
      if (one.isPresent() && !(worst > one.getAsDouble())) {
        worst = one.getAsDouble();
      }
    }
    return Double.isNaN(worst) ? OptionalDouble.empty() : OptionalDouble.of(worst);
  }

  /** The first that answered: for figures with labels that all tell alike. */
  Optional<Metrics> any() {
    return now.stream().findFirst();
  }
}
