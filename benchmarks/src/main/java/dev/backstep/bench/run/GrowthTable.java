package dev.backstep.bench.run;

import dev.backstep.bench.growth.Tables;
import dev.backstep.bench.report.Figure;
import dev.backstep.bench.report.Report;
import dev.backstep.bench.report.Row;
import dev.backstep.bench.report.Section;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;

/** Young and old, side by side. */
final class GrowthTable {
  private static final double MINUTE = 60_000;
  private static final double MEGA = 1024 * 1024;

  private GrowthTable() {}

  static Report report(Age young, Age old, Soak soak, long sagas) {
    return new Report(
        About.thisRun(),
        List.of(
            new Section(
                "With %,d sagas in the past".formatted(sagas),
                List.of("young", "old", "old / young"),
                List.of(
                    row("sagas/s, held", held(young), held(old)),
                    row("limit: one transaction per step", limit(young), limit(old)),
                    row("held, of that limit", held(young) / limit(young), held(old) / limit(old)),
                    row("POST at low rate, p50 ms", post(young, 50), post(old, 50)),
                    row("POST at low rate, p99 ms", post(young, 99), post(old, 99)),
                    row("to CONFIRMED, p50 ms", confirmed(young, 50), confirmed(old, 50)),
                    row("to CONFIRMED, p99 ms", confirmed(young, 99), confirmed(old, 99)))),
            tables(soak)));
  }

  private static Row row(String label, double young, double old) {
    return Row.of(label, Figure.each(young), Figure.each(old), Figure.ratio(old / young));
  }

  private static double held(Age age) {
    return age.saturation().result().throughput();
  }

  private static double limit(Age age) {
    return age.limits().onePerStep().perSecond();
  }

  private static double post(Age age, double percentile) {
    return at(age.low().result().post(), percentile);
  }

  private static double confirmed(Age age, double percentile) {
    return at(age.low().result().confirmed(), percentile);
  }

  private static double at(Histogram nanos, double percentile) {
    return Millis.at(nanos, percentile);
  }

  private static Section tables(Soak soak) {
    var result = soak.result();
    return new Section(
        "Tables, at %,.0f/s for %d min"
            .formatted(
                result.plan().arrivals().perSecond(),
                Math.round(result.offering().toMillis() / MINUTE)),
        List.of("live at end", "dead, most", "dead at end", "MB at begin", "MB, most", "MB at end"),
        soak.samples().getLast().keySet().stream()
            .map(name -> table(name, soak.samples()))
            .toList());
  }

  private static Row table(String name, List<Map<String, Tables.Size>> samples) {
    return Row.of(
        name,
        Figure.count(last(name, samples, Tables.Size::live)),
        Figure.count(all(name, samples, Tables.Size::dead).max().orElse(0)),
        Figure.count(last(name, samples, Tables.Size::dead)),
        Figure.tenths(all(name, samples, Tables.Size::bytes).findFirst().orElse(0) / MEGA),
        Figure.tenths(all(name, samples, Tables.Size::bytes).max().orElse(0) / MEGA),
        Figure.tenths(last(name, samples, Tables.Size::bytes) / MEGA));
  }

  private static long last(
      String name, List<Map<String, Tables.Size>> samples, ToLongFunction<Tables.Size> value) {
    return all(name, samples.subList(samples.size() - 1, samples.size()), value)
        .findFirst()
        .orElse(0);
  }

  private static LongStream all(
      String name, List<Map<String, Tables.Size>> samples, ToLongFunction<Tables.Size> value) {
    return samples.stream()
        .filter(each -> each.containsKey(name))
        .mapToLong(each -> value.applyAsLong(each.getOrDefault(name, new Tables.Size(0, 0, 0))));
  }
}
