package dev.backstep.bench.run;

import dev.backstep.bench.cost.Meter;
import dev.backstep.bench.growth.Aging;
import dev.backstep.bench.growth.SeededLedger;
import dev.backstep.bench.load.Shoppers;
import dev.backstep.bench.stack.AuditRun;
import dev.backstep.bench.stack.BenchStack;
import dev.backstep.bench.stack.Shopkeeper;
import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Part;
import java.io.IOException;
import java.time.Duration;

/**
 * The same stack when it is young, and when it has a past of millions of sagas; then a long round
 * during which its tables are watched.
 *
 * @param sagas of the past
 * @param soak how long the tables are watched
 */
public record GrowthRun(Lengths lengths, Narration narration, long sagas, Duration soak) {
  /**
   * Copying takes minutes and all of the system's page cache: programs that were idle meanwhile
   * read their code from the disk again when the next order comes, as they do after a night. That
   * has nothing to do with how many sagas there are, so it is over before anything counts.
   */
  private static final Duration AWAKENING = Duration.ofSeconds(15);

  /** Starts the stack, plays all rounds, leaves it running. */
  public FullRun.Outcome on(BenchStack stack) throws InterruptedException, IOException {
    narration.say("starting a stack in " + stack.layout().directory().path());
    stack.start();
    var shelf = new Shopkeeper(stack.layout()).stock("BENCH", Session.PRODUCTS, FullRun.UNITS);
    stack.analyze();
    try (var shoppers = Shoppers.of(stack.layout());
        var meter = Meter.of(stack.processes())) {
      return on(new Session(stack, shoppers, meter, shelf, narration));
    }
  }

  private FullRun.Outcome on(Session session) throws InterruptedException, IOException {
    var layout = session.stack().layout();
    double guess = new WarmUp(session, lengths).run();
    var young = Age.measure(session, lengths, guess);
    int ledger = SeededLedger.lines(layout);
    var past = new Aging(layout, narration::say).add(sagas);
    narration.say("%,d sagas lie in the past".formatted(past.sagas()));
    session.play(Latencies.LOW_RATE, AWAKENING);
    var old = Age.measure(session, lengths, young.rate());
    var watched = Soak.measure(session, old.rate(), soak);
    session.stack().processes().stop(Instance.of(Part.GATEWAY));
    SeededLedger.write(layout, past, ledger);
    var audit = AuditRun.of(layout, past.end());
    narration.say(audit.isClean() ? "the audit is clean" : "the audit is NOT clean");
    return new FullRun.Outcome(GrowthTable.report(young, old, watched, past.sagas()), audit);
  }
}
