package dev.backstep.bench.run;

import dev.backstep.bench.cost.Meter;
import dev.backstep.bench.load.Shelf;
import dev.backstep.bench.load.Shoppers;
import dev.backstep.bench.report.Report;
import dev.backstep.bench.stack.AuditRun;
import dev.backstep.bench.stack.BenchStack;
import dev.backstep.bench.stack.Shopkeeper;
import java.time.Duration;
import java.util.Optional;

/** The whole run on a stack of its own. */
public record FullRun(Lengths lengths, Narration narration) {
  static final int UNITS = 1_000_000;

  /** The result of a run. */
  public record Outcome(Report report, AuditRun.Outcome audit) {}

  /** Starts the stack, plays all rounds, leaves it running. */
  public Outcome on(BenchStack stack) throws InterruptedException {
    narration.say("starting a stack in " + stack.layout().directory().path());
    var start = stack.start();
    narration.say("ready after %.1f s".formatted(start.toMillis() / 1e3));
    var shelf = new Shopkeeper(stack.layout()).stock("BENCH", Session.PRODUCTS, UNITS);
    stack.analyze();
    narration.say("%,d products are on sale".formatted(Session.PRODUCTS));
    var rounds = rounds(stack, shelf);
    var startAgain = startAgain(stack);
    var audit = AuditRun.of(stack.layout());
    narration.say(audit.isClean() ? "the audit is clean" : "the audit is NOT clean");
    return new Outcome(ReportOf.run(new Findings(start, startAgain, rounds, audit)), audit);
  }

  /** Shoppers and meter are gone when they are over: nobody is connected when the stack stops. */
  private Rounds rounds(BenchStack stack, Shelf shelf) throws InterruptedException {
    try (var shoppers = Shoppers.of(stack.layout());
        var meter = Meter.of(stack.processes())) {
      var session = new Session(stack, shoppers, meter, shelf, narration);
      double guess = new WarmUp(session, lengths).run();
      var saturation = new Saturation(session, lengths).find(guess);
      double rate = saturation.rate();
      return new Rounds(
          saturation,
          LimitRows.measure(session, lengths),
          Latencies.measure(session, lengths, rate),
          HotProduct.measure(session, rate),
          Overload.measure(session, rate),
          AtRest.measure(session),
          StatementCount.measure(session, rate));
    }
  }

  private Optional<Duration> startAgain(BenchStack stack) {
    if (!lengths.startsAgain()) {
      return Optional.empty();
    }
    stack.stop();
    var took = stack.start();
    narration.say("ready again after %.1f s".formatted(took.toMillis() / 1e3));
    return Optional.of(took);
  }
}
