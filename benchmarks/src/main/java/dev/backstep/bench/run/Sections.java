package dev.backstep.bench.run;

import dev.backstep.bench.cost.Costs;
import dev.backstep.bench.cost.Memory;
import dev.backstep.bench.cost.Pauses;
import dev.backstep.bench.load.RoundResult;
import dev.backstep.bench.report.Figure;
import dev.backstep.bench.report.Report;
import dev.backstep.bench.report.Row;
import dev.backstep.bench.report.Section;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Puts the findings into a table. */
final class Sections {
  private static final double MILLIS = 1e3;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double MEGA = 1024 * 1024;

  private final Findings findings;

  private Sections(Findings findings) {
    this.findings = findings;
  }

  static Report report(Findings findings) {
    var sections = new Sections(findings);
    return new Report(
        about(),
        List.of(
            sections.throughput(),
            sections.latency(),
            sections.overload(),
            sections.perSaga(),
            sections.processes(),
            sections.stack()));
  }

  private static Map<String, String> about() {
    var about = new LinkedHashMap<String, String>();
    about.put("measured", Instant.now().toString());
    about.put(
        "machine",
        "%d processors, %s %s"
            .formatted(
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch")));
    about.put("java", Runtime.version().toString());
    return about;
  }

  private Section throughput() {
    var held = findings.saturation().result();
    var hot = findings.hot();
    return new Section(
        "Sagas a second, to the final state",
        List.of("sagas/s", "of one/step", "of batched"),
        List.of(
            rate(
                "held for " + Math.round(held.offering().toMillis() / MILLIS) + " s",
                held.throughput()),
            rate("crowd, one product each", hot.spread().endToEnd()),
            rate("crowd, one hot product", hot.hot().endToEnd()),
            rate("limit: one transaction per step", findings.limits().onePerStep().perSecond()),
            rate("limit: batched", findings.limits().batched().perSecond())));
  }

  private Row rate(String label, double perSecond) {
    return Row.of(
        label,
        Figure.rate(perSecond),
        Figure.ratio(perSecond / findings.limits().onePerStep().perSecond()),
        Figure.ratio(perSecond / findings.limits().batched().perSecond()));
  }

  private Section latency() {
    var latencies = findings.latencies();
    return new Section(
        "Latency in ms, from when it was due",
        List.of("at sagas/s", "p50", "p99", "p99.9", "longest"),
        List.of(
            post("POST, low rate", latencies.low()),
            post("POST, half of saturation", latencies.half()),
            post("POST, 90 % of saturation", latencies.most()),
            confirmed("to CONFIRMED, low rate", latencies.low()),
            confirmed("to CONFIRMED, half of saturation", latencies.half()),
            confirmed("to CONFIRMED, 90 % of saturation", latencies.most()),
            latency(
                "limit: one transaction per step",
                Latencies.LOW_RATE,
                findings.limits().latency())));
  }

  private static Row post(String label, Measured measured) {
    return latency(label, rateOf(measured), measured.result().post());
  }

  private static Row confirmed(String label, Measured measured) {
    return latency(label, rateOf(measured), measured.result().confirmed());
  }

  private static double rateOf(Measured measured) {
    return measured.result().plan().arrivals().perSecond();
  }

  private static Row latency(String label, double rate, Histogram nanos) {
    return Row.of(
        label,
        Figure.rate(rate),
        Figure.tenths(Millis.at(nanos, 50)),
        Figure.tenths(Millis.at(nanos, 99)),
        Figure.tenths(Millis.at(nanos, 99.9)),
        Figure.tenths(Millis.longest(nanos)));
  }

  private Section overload() {
    var flood = findings.overload().flood();
    var answers = flood.answers();
    return new Section(
        "Twice saturation, for 10 s",
        List.of("figure"),
        List.of(
            Row.of("offered", Figure.count(flood.plan().arrivals().count())),
            Row.of("accepted", Figure.count(answers.accepted())),
            Row.of("turned away, with Retry-After", Figure.count(answers.busy())),
            Row.of("turned away, without", Figure.count(answers.rude())),
            Row.of("errors", Figure.count(answers.errors())),
            Row.of("POST of the accepted, p99 in ms", Figure.tenths(Millis.at(flood.post(), 99))),
            Row.of("back to nothing, in s", seconds(flood.draining())),
            Row.of(
                "then to CONFIRMED, p99 in ms",
                Figure.tenths(Millis.at(findings.overload().after().confirmed(), 99))),
            Row.of("lost", Figure.count(flood.lost())),
            Row.of("hot units sold wrongly", Figure.count(findings.hot().miscounted()))));
  }

  private Section perSaga() {
    var low = findings.latencies().low();
    var high = findings.saturation();
    var limit = findings.limits();
    double sagas = (double) limit.onePerStep().sagas();
    return new Section(
        "Per saga",
        List.of("low rate", "saturation", "limit"),
        List.of(
            Row.of(
                "CPU ms, all processes",
                Figure.each(low.each(cpu(low.costs()))),
                Figure.each(high.each(cpu(high.costs()))),
                Figure.each(cpu(limit.costs()) / sagas)),
            perSaga("transactions", low, high, Double.NaN, Costs::transactions),
            Row.of(
                "SQL statements",
                Figure.each(findings.statements().low()),
                Figure.each(findings.statements().high()),
                Figure.none()),
            perSaga("WAL bytes", low, high, limit.costs().walBytes() / sagas, Costs::walBytes),
            perSaga("WAL syncs", low, high, limit.costs().walSyncs() / sagas, Costs::walSyncs),
            perSaga("Kafka records", low, high, Double.NaN, Costs::records)));
  }

  private interface Amount {
    long of(Costs costs);
  }

  private static double cpu(Costs costs) {
    return costs.allCpu().toNanos() / NANOS_PER_MILLI;
  }

  private static Row perSaga(
      String label, Measured low, Measured high, double limit, Amount amount) {
    return Row.of(
        label,
        Figure.each(low.each((double) amount.of(low.costs()))),
        Figure.each(high.each((double) amount.of(high.costs()))),
        Double.isNaN(limit) ? Figure.none() : Figure.each(limit));
  }

  private Section processes() {
    var rows = new ArrayList<Row>();
    findings.rest().costs().cpu().keySet().forEach(name -> rows.add(process(name)));
    return new Section(
        "Processes",
        List.of(
            "CPU ms/saga",
            "of a core %",
            "at rest %",
            "RSS MB",
            "PSS MB",
            "GC pauses",
            "GC ms",
            "longest ms"),
        rows);
  }

  private Row process(String name) {
    var high = findings.saturation();
    var used = high.costs().cpu().getOrDefault(name, Duration.ZERO);
    var rest = findings.rest().costs();
    var memory = findings.rest().memory().getOrDefault(name, new Memory(0, 0));
    var pauses = high.costs().pauses().getOrDefault(name, Pauses.NONE);
    return Row.of(
        name,
        Figure.each(high.each(used.toNanos() / NANOS_PER_MILLI)),
        Figure.tenths(high.costs().percentOfCore(used)),
        Figure.tenths(rest.percentOfCore(rest.cpu().getOrDefault(name, Duration.ZERO))),
        Figure.count(memory.resident() / MEGA),
        Figure.count(memory.proportional() / MEGA),
        Figure.count(pauses.count()),
        Figure.tenths(pauses.millis()),
        Figure.tenths(pauses.longestMillis()));
  }

  private Section stack() {
    RoundResult held = findings.saturation().result();
    return new Section(
        "The stack",
        List.of("figure"),
        List.of(
            Row.of("first start, in s", seconds(findings.start())),
            Row.of("PSS at rest, in MB", Figure.count(memoryWithoutUs() / MEGA)),
            Row.of(
                "at rest, in % of a core", Figure.tenths(AtRest.percent(findings.rest().costs()))),
            Row.of("saturation held (1) or not (0)", Figure.count(held.isHeld() ? 1 : 0)),
            Row.of(
                "audit clean (1) or not (0)", Figure.count(findings.audit().isClean() ? 1 : 0))));
  }

  private double memoryWithoutUs() {
    return findings.rest().memory().entrySet().stream()
        .filter(each -> !each.getKey().equals(dev.backstep.bench.cost.Processes.GENERATOR))
        .mapToLong(each -> each.getValue().proportional())
        .sum();
  }

  private static Figure seconds(Duration duration) {
    return Figure.tenths(duration.toMillis() / MILLIS);
  }
}
