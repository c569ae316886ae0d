package dev.backstep.bench.run;

import dev.backstep.bench.report.Figure;
import dev.backstep.bench.report.Row;
import dev.backstep.bench.report.Section;
import java.util.List;

/** What too much does. */
final class FloodRows {
  private static final double MILLIS = 1e3;

  private FloodRows() {}

  static Section section(Rounds rounds) {
    var flood = rounds.overload().flood();
    var after = rounds.overload().after();
    var answers = flood.answers();
    return new Section(
        "Twice saturation, for 10 s",
        List.of("figure"),
        List.of(
            row("offered", Figure.count(flood.plan().arrivals().count())),
            row("accepted", Figure.count(answers.accepted())),
            row("turned away, with Retry-After", Figure.count(answers.busy())),
            row("turned away, without", Figure.count(answers.rude())),
            row("errors", Figure.count(answers.errors())),
            row("POST of the accepted, p99 in ms", Figure.tenths(Millis.at(flood.post(), 99))),
            row("nothing left of it after s", Figure.tenths(flood.draining().toMillis() / MILLIS)),
            row(
                "then to CONFIRMED at low rate, p99 in ms",
                Figure.tenths(Millis.at(after.confirmed(), 99))),
            row("lost", Figure.count(flood.lost()))));
  }

  private static Row row(String label, Figure figure) {
    return Row.of(label, figure);
  }
}
