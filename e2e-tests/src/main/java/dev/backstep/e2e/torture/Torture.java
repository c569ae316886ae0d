package dev.backstep.e2e.torture;

import dev.backstep.e2e.audit.Audit;
import dev.backstep.e2e.audit.Strength;
import dev.backstep.e2e.shop.Sale;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.ProjectRoot;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code ./backstep torture}: exit code 0 when nothing was violated, 1 when something was. */
@CommandLine.Command(
    name = "torture",
    description = "Lets faults loose on a stack of its own under load, and audits after each.",
    mixinStandardHelpOptions = true)
public final class Torture implements Callable<Integer> {
  /** Orders for every round that a long run can have. */
  private static final int GOODS = 2_000_000;

  /** Short enough to be typed again. */
  private static final int SEEDS = 1_000_000;

  private static final Duration PROMISED = Duration.ofSeconds(30);

  /** Five seconds are promised; a machine of two cores that starts a JVM just now has two more. */
  private static final Duration ANSWERED = Duration.ofSeconds(7);

  @CommandLine.Option(
      names = "--minutes",
      description = "For how long (default: one fault of each class)")
  private @Nullable Integer minutes;

  @CommandLine.Option(names = "--seed", description = "Of an earlier run, to play it again")
  private @Nullable Long seed;

  @CommandLine.Option(
      names = "--rate",
      description = "Orders per second (default: ${DEFAULT-VALUE})",
      defaultValue = "12")
  private double rate = 12;

  @CommandLine.Option(
      names = "--only",
      split = ",",
      description = "Classes of faults: ${COMPLETION-CANDIDATES}")
  private List<FaultKind> only = List.of();

  @CommandLine.Option(
      names = "--data",
      description = "The stack is made in the directory torture in there (default: .backstep)")
  private @Nullable Path data;

  private final PrintWriter out = new PrintWriter(System.out, true, System.out.charset());

  /** Ends the process with the exit code. */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new Torture()).setCaseInsensitiveEnumValuesAllowed(true).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    long drawn = seed == null ? new SecureRandom().nextInt(SEEDS) : seed;
    var home = data == null ? ProjectRoot.find().path().resolve(".backstep") : data;
    out.println("Seed " + drawn + ". Starting two processes of each service.");
    var report =
        run(
            new Plan(home.resolve("torture"), drawn, rate, ANSWERED, PROMISED, kinds(), minutes),
            result -> out.println(result.line()));
    out.println();
    out.print(report.text());
    out.flush();
    return report.isClean() ? 0 : 1;
  }

  private List<FaultKind> kinds() {
    var wanted =
        Arrays.stream(FaultKind.values())
            .filter(
                kind -> only.isEmpty() ? minutes != null || kind.isShort() : only.contains(kind))
            .toList();
    var possible = wanted.stream().filter(FaultKind::isPossible).toList();
    if (possible.size() < wanted.size()) {
      out.println("Left out: " + FaultKind.FULL_DISK + ", which takes root and a disk of its own.");
    }
    return possible;
  }

  /**
   * What a run is to be.
   *
   * @param answers how long an answer may take
   * @param patience how long recovery may take
   * @param minutes for how long at least; null for one fault of each kind
   */
  record Plan(
      Path directory,
      long seed,
      double rate,
      Duration answers,
      Duration patience,
      List<FaultKind> kinds,
      @Nullable Integer minutes) {
    private List<Part> disks() {
      return kinds.contains(FaultKind.FULL_DISK) ? FaultKind.DISKS : List.of();
    }

    private boolean goesOn(long start, int rounds) {
      return minutes == null
          ? rounds < kinds.size()
          : System.nanoTime() - start < Duration.ofMinutes(minutes).toNanos();
    }
  }

  static TortureReport run(Plan plan, Consumer<RoundResult> progress) throws Exception {
    long start = System.nanoTime();
    var rounds = new ArrayList<RoundResult>();
    StoredClasses.make(plan.directory);
    try (var site = Site.open(plan.directory, plan.disks())) {
      var interruption = new Thread(site::close, "stop the torture");
      Runtime.getRuntime().addShutdownHook(interruption);
      new Sale(site.layout()).stock(GOODS);
      var crowd = play(plan, site, rounds, progress);
      var last = Audit.of(site.layout(), Strength.AT_REST, crowd.history());
      var took = Duration.ofNanos(System.nanoTime() - start);
      Runtime.getRuntime().removeShutdownHook(interruption);
      return new TortureReport(plan.seed, took, rounds, crowd.history(), last);
    }
  }

  private static Crowd play(
      Plan plan, Site site, List<RoundResult> rounds, Consumer<RoundResult> progress)
      throws Exception {
    try (var counter = new Counter(site.processes(), plan.answers)) {
      var crowd = new Crowd(counter, plan.rate, plan.seed);
      try (var nemesis = new Nemesis(site, crowd, plan.patience)) {
        rounds(plan, site, nemesis, rounds, progress);
      }
      return crowd;
    }
  }

  private static void rounds(
      Plan plan,
      Site site,
      Nemesis nemesis,
      List<RoundResult> rounds,
      Consumer<RoundResult> progress)
      throws Exception {
    long start = System.nanoTime();
    var random = new Random(plan.seed);
    var deck = new ArrayList<FaultKind>();
    while (plan.goesOn(start, rounds.size())) {
      if (deck.isEmpty()) {
        deck.addAll(plan.kinds);
        Collections.shuffle(deck, random);
      }
      var result = nemesis.round(deck.removeLast().draw(random, site.edges().all()));
      rounds.add(result);
      progress.accept(result);
    }
  }
}
