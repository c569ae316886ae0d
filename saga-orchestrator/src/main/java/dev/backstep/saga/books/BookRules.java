package dev.backstep.saga.books;

import dev.backstep.saga.books.Rule.Explanation;
import dev.backstep.saga.books.Rule.Tolerance;
import dev.backstep.saga.figures.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The invariants of money and stock across services.
 *
 * @param late open sagas that nobody woke
 * @param deadLetters that wait for somebody
 */
record BookRules(List<Look> looks, Balances balances, long late, long deadLetters) {
  static final String PAYMENT = "payment-service";
  static final String ORDER = "order-service";
  static final String INVENTORY = "inventory-service";

  private static final String CAPTURED = "backstep_books_captured_minor";
  private static final String REFUNDED = "backstep_books_refunded_minor";
  private static final String CONFIRMED = "backstep_books_confirmed_orders";
  private static final String UNITS = "backstep_books_units";
  private static final String NEGATIVE = "backstep_books_negative_skus";
  private static final String AGE = "backstep_books_age_seconds";
  private static final String MONEY = "money";
  private static final String COUNT = "count";
  private static final long MILLIS = 1_000;

  /** Services look again when they are asked after 20 s. */
  private static final double LATELY_SECONDS = 25;

  private static final String TOLD_BEFORE =
      "It looked before this service did; it looks again within 20 s.";

  List<RuleSection> sections() {
    return List.of(
        new RuleSection("Money", "all time", money()),
        new RuleSection("Stock", "units, all time", stock()),
        new RuleSection("Sagas", "now", sagas()));
  }

  private List<Rule> money() {
    var rules = new ArrayList<Rule>();
    currencies().forEach(currency -> rules.add(captured(currency)));
    rules.add(confirmed());
    return rules;
  }

  private List<String> currencies() {
    var currencies = new TreeSet<String>();
    balances.latest().tallies().stream()
        .map(Tally::currency)
        .filter(it -> !it.isEmpty())
        .forEach(currencies::add);
    metrics(PAYMENT).ifPresent(it -> currencies.addAll(it.by(CAPTURED, "currency").keySet()));
    return List.copyOf(currencies);
  }

  private Rule captured(String currency) {
    var name = "captured − refunded = completed orders";
    return metrics(PAYMENT)
        .filter(BookRules::hasLooked)
        .map(it -> {
          var figure = Balance.minor(currency);
          var captured = it.by(CAPTURED, "currency").getOrDefault(currency, 0.0);
          var refunded = it.by(REFUNDED, "currency").getOrDefault(currency, 0.0);
          var looked = looked(PAYMENT, it);
          return decided(
              looked,
              Rule.of(
                  name,
                  MONEY,
                  currency,
                  Math.round(captured - refunded),
                  balances.completed(looked, figure),
                  balances.tolerance(looked, figure)));
        })
        .orElseGet(() -> Rule.unknown(name, MONEY, currency, why(PAYMENT)));
  }

  private Rule confirmed() {
    var name = "confirmed orders = completed sagas";
    return metrics(ORDER)
        .filter(BookRules::hasLooked)
        .map(it -> {
          var looked = looked(ORDER, it);
          return decided(
              looked,
              Rule.of(
                  name,
                  COUNT,
                  null,
                  Math.round(it.sum(CONFIRMED).orElse(0)),
                  balances.completed(looked, Tally::sagas),
                  balances.tolerance(looked, Tally::sagas)));
        })
        .orElseGet(() -> Rule.unknown(name, COUNT, null, why(ORDER)));
  }

  private List<Rule> stock() {
    var received = "received = available + reserved + sold";
    var reserved = "reserved = goods of open sagas";
    var sold = "sold = goods of completed sagas";
    var negative = "SKUs below zero = 0";
    return metrics(INVENTORY)
        .filter(BookRules::hasLooked)
        .map(it -> stock(it, received, reserved, sold, negative))
        .orElseGet(() ->
            Stream.of(received, reserved, sold, negative)
                .map(name -> Rule.unknown(name, "units", null, why(INVENTORY)))
                .toList());
  }

  private List<Rule> stock(
      Metrics metrics, String received, String reserved, String sold, String negative) {
    var looked = looked(INVENTORY, metrics);
    long available = units(metrics, "available");
    long held = units(metrics, "reserved");
    long gone = units(metrics, "sold");
    var tolerance = balances.tolerance(looked, Tally::units);
    return List.of(
        Rule.exact(received, "units", units(metrics, "received"), available + held + gone),
        decided(
            looked,
            Rule.of(
                reserved,
                "units",
                null,
                held,
                0,
                new Tolerance(0, tolerance.most(), tolerance.by()))),
        decided(
            looked,
            Rule.of(
                sold, "units", null, gone, balances.completed(looked, Tally::units), tolerance)),
        Rule.exact(negative, COUNT, Math.round(metrics.sum(NEGATIVE).orElse(0)), 0));
  }

  /** No alarm on figures from before anything to compare them with was remembered. */
  private Rule decided(Instant looked, Rule rule) {
    return balances.reachBackTo(looked) ? rule : rule.undecided(TOLD_BEFORE);
  }

  private static long units(Metrics metrics, String kind) {
    return Math.round(metrics.by(UNITS, "kind").getOrDefault(kind, 0.0));
  }

  private List<Rule> sagas() {
    return List.of(
        Rule.exact("open past their deadline = 0", COUNT, late, 0),
        Rule.of(
            "dead letters that wait = 0",
            COUNT,
            null,
            deadLetters,
            0,
            new Tolerance(0, deadLetters, Explanation.open("they wait for an operator"))));
  }

  private Optional<Metrics> metrics(String service) {
    return look(service).flatMap(Look::any);
  }

  private Optional<Look> look(String service) {
    return looks.stream().filter(look -> look.service().equals(service)).findFirst();
  }

  /** Whether each of those that the rules are about has told its books lately. */
  static boolean allHaveTold(List<Look> looks) {
    return Stream.of(PAYMENT, ORDER, INVENTORY)
        .allMatch(service ->
            looks.stream()
                .filter(look -> look.service().equals(service))
                .anyMatch(look -> look.any().filter(BookRules::hasLookedLately).isPresent()));
  }

  /** Whether one of those answers, and has not looked lately: it does so now. */
  static boolean someAreCounting(List<Look> looks) {
    return looks.stream()
        .filter(look -> List.of(PAYMENT, ORDER, INVENTORY).contains(look.service()))
        .anyMatch(look -> look.any().filter(it -> !hasLookedLately(it)).isPresent());
  }

  private static boolean hasLookedLately(Metrics metrics) {
    return metrics.sum(AGE).orElse(Double.NaN) < LATELY_SECONDS;
  }

  /** A service that was never asked before has not looked yet. */
  private static boolean hasLooked(Metrics metrics) {
    return Double.isFinite(metrics.sum(AGE).orElse(Double.NaN));
  }

  /** When the service looked at its own books. */
  private Instant looked(String service, Metrics metrics) {
    var age = Duration.ofMillis(Math.round(metrics.sum(AGE).orElse(0) * MILLIS));
    return look(service).map(Look::at).orElse(balances.latest().at()).minus(age);
  }

  private String why(String service) {
    return look(service)
        .map(it ->
            it.isSilent() ? service + " does not answer." : service + " does not tell it yet.")
        .orElse(
            looks.isEmpty()
                ? "It is being asked for the first time."
                : "Nobody has told where " + service + " is.");
  }
}
