package dev.backstep.saga.books;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.saga.engine.SagaState;
import dev.backstep.saga.figures.Tally;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookRulesTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  @Test
  void holdsWhenBothSidesAreEqual() {
    var rule = money(10_000, 0, completed(10_000));
    assertThat(rule.health()).isEqualTo(Health.HOLDS);
    assertThat(rule.difference()).isZero();
  }

  @Test
  void explainsADifferenceByOpenSagas() {
    var rule = money(12_500, 0, completed(10_000), new Tally(SagaState.STUCK, "EUR", 1, 2_500, 1));
    assertThat(rule.health()).isEqualTo(Health.EXPLAINED);
    assertThat(rule.explained()).isEqualTo(2_500);
    assertThat(rule.unexplained()).isZero();
    assertThat(rule.explainedBy()).extracting(Rule.Explanation::text).isEqualTo("1 open saga");
  }

  @Test
  void isBrokenByADifferenceThatNothingExplains() {
    assertThat(money(12_500, 0, completed(10_000)).health()).isEqualTo(Health.BROKEN);
    assertThat(money(9_999, 0, completed(10_000)).unexplained()).isEqualTo(-1);
    var more = money(13_000, 0, completed(10_000), new Tally(SagaState.STUCK, "EUR", 1, 2_500, 1));
    assertThat(more.health()).isEqualTo(Health.BROKEN);
    assertThat(more.unexplained()).isEqualTo(500);
  }

  @Test
  void allowsForWhatCompletedSinceTheOthersLooked() {
    var looked = NOW.minusSeconds(10);
    var balances =
        new Balances(
            List.of(
                new Balance(looked, List.of(completed(10_000))),
                new Balance(NOW, List.of(completed(14_000)))));
    var rule = rules("backstep_books_captured_minor{currency=\"EUR\"} 12000\n", balances);
    assertThat(rule.health()).isNotEqualTo(Health.BROKEN);
  }

  @Test
  void raisesNoAlarmOnFiguresFromBeforeAnythingWasRememberedHere() {
    var balances =
        new Balances(List.of(new Balance(NOW.plusSeconds(1), List.of(completed(14_000)))));
    var old = "backstep_books_captured_minor{currency=\"EUR\"} %d\n";
    var rule = rules(old.formatted(12_000), balances);
    assertThat(rule.health()).isEqualTo(Health.UNKNOWN);
    assertThat(rule.difference()).isEqualTo(-2_000);
    assertThat(rules(old.formatted(14_000), balances).health()).isEqualTo(Health.HOLDS);
  }

  @Test
  void doesNotKnowWhatASilentServiceKeepsToItself() {
    var silent = new Look(BookRules.PAYMENT, NOW, List.of(), List.of(), "It does not answer.");
    var balances = new Balances(List.of(new Balance(NOW, List.of(completed(1)))));
    var rule =
        new BookRules(List.of(silent), balances, 0, 0).sections().getFirst().rules().getFirst();
    assertThat(rule.health()).isEqualTo(Health.UNKNOWN);
    assertThat(rule.why()).isEqualTo("payment-service does not answer.");
  }

  private static Rule money(long captured, long refunded, Tally... tallies) {
    var text =
        "backstep_books_captured_minor{currency=\"EUR\"} %d\nbackstep_books_refunded_minor{currency=\"EUR\"} %d\n"
            .formatted(captured, refunded);
    return rules(text, new Balances(List.of(new Balance(NOW, List.of(tallies)))));
  }

  private static Rule rules(String text, Balances balances) {
    var metrics = Metrics.parse(text + "backstep_books_age_seconds 0\n");
    var look = new Look(BookRules.PAYMENT, NOW, List.of(metrics), List.of(metrics), "");
    return new BookRules(List.of(look), balances, 0, 0).sections().getFirst().rules().getFirst();
  }

  private static Tally completed(long minor) {
    return new Tally(SagaState.COMPLETED, "EUR", 1, minor, 1);
  }
}
