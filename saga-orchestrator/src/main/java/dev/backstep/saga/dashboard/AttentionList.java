package dev.backstep.saga.dashboard;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.saga.dashboard.TroubleTable.Trouble;
import dev.backstep.saga.deadletter.LetterGroups;
import dev.backstep.saga.engine.SagaDefinitions;
import dev.backstep.saga.engine.Step;
import dev.backstep.saga.query.Cut;
import dev.backstep.saga.query.MoneyView;
import dev.backstep.saga.words.Cause;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that needs somebody, by cause, worst first. */
@Singleton
class AttentionList {
  /** A screenful. */
  private static final int MOST = 20;

  private final TroubleTable table;
  private final LetterGroups letters;
  private final Held held;
  private final SagaDefinitions definitions;

  AttentionList(TroubleTable table, LetterGroups letters, Held held, SagaDefinitions definitions) {
    this.table = table;
    this.letters = letters;
    this.held = held;
    this.definitions = definitions;
  }

  List<Attention> read(Transaction tx) throws SQLException {
    var found = new ArrayList<Attention>();
    byCause(table.stuck(tx)).forEach((cause, troubles) -> found.add(stuck(cause, troubles)));
    byCause(table.retrying(tx)).forEach((cause, troubles) -> found.add(retrying(cause, troubles)));
    letters.read(tx).stream().map(AttentionList::letters).forEach(found::add);
    return found.stream().sorted(worstFirst()).limit(MOST).toList();
  }

  /**
   * Money first, then stock, then how many; what still tries by itself comes after what does not.
   */
  private static Comparator<Attention> worstFirst() {
    return Comparator.<Attention>comparingInt(it -> it.tone().equals("bad") ? 0 : 1)
        .thenComparing(
            Comparator.comparingLong(
                    (Attention it) -> it.money().stream().mapToLong(MoneyView::minor).sum())
                .reversed())
        .thenComparing(Comparator.comparingLong(Attention::units).reversed())
        .thenComparing(Comparator.comparingLong(Attention::count).reversed());
  }

  private Map<Cause, List<Trouble>> byCause(List<Trouble> troubles) {
    return troubles.stream()
        .collect(Collectors.groupingBy(this::cause, LinkedHashMap::new, Collectors.toList()));
  }

  private Cause cause(Trouble trouble) {
    var step =
        definitions
            .known(trouble.definition(), trouble.version())
            .<Step<?>>map(it -> it.steps().get(trouble.step()))
            .map(Step::name)
            .orElse("step-" + (trouble.step() + 1));
    var kind = trouble.kind();
    return kind == null
        ? new Cause.Retrying(step, trouble.direction())
        : new Cause.Stuck(step, trouble.direction(), kind);
  }

  private Attention stuck(Cause cause, List<Trouble> troubles) {
    return of("stuck", "bad", cause, troubles, detail(troubles));
  }

  private Attention retrying(Cause cause, List<Trouble> troubles) {
    return of("retrying", "comp", cause, troubles, "They are asked again by themselves.");
  }

  private Attention of(
      String kind, String tone, Cause cause, List<Trouble> troubles, String detail) {
    long sagas = troubles.stream().mapToLong(Trouble::sagas).sum();
    return new Attention(
        kind,
        tone,
        cause.title(),
        detail,
        cause.key(),
        sagas,
        "sagas",
        troubles.stream().map(Trouble::oldest).min(Instant::compareTo).orElseThrow(),
        money(troubles),
        meaning(troubles),
        troubles.stream().filter(held::stock).mapToLong(Trouble::units).sum(),
        sagas,
        nextTry(troubles));
  }

  private List<MoneyView> money(List<Trouble> troubles) {
    return troubles.stream()
        .filter(it -> held.money(it) || held.perhapsMoney(it))
        .filter(it -> !it.currency().isEmpty())
        .collect(Collectors.groupingBy(Trouble::currency, Collectors.summingLong(Trouble::minor)))
        .entrySet()
        .stream()
        .map(it -> new MoneyView(it.getValue(), it.getKey()))
        .toList();
  }

  private String meaning(List<Trouble> troubles) {
    var paid = troubles.stream().anyMatch(held::perhapsMoney) ? "perhaps paid, " : "paid, ";
    return paid + (troubles.stream().anyMatch(Trouble::turned) ? "no order" : "not confirmed");
  }

  private static @Nullable Instant nextTry(List<Trouble> troubles) {
    return troubles.stream()
        .map(Trouble::nextTry)
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .orElse(null);
  }

  private static String detail(List<Trouble> troubles) {
    var goesOn = nextTry(troubles) != null;
    return Stream.of(
            troubles.stream().map(Trouble::reason).filter(Objects::nonNull).findFirst().orElse(""),
            goesOn ? "" : "Nothing happens by itself.")
        .filter(text -> !text.isEmpty())
        .map(Cut::of)
        .collect(Collectors.joining(" "));
  }

  private static Attention letters(LetterGroups.Group group) {
    return new Attention(
        "dead-letters",
        "comp",
        "Messages in dead letters: " + group.topic(),
        group.service() + ": " + group.detail(),
        group.key(),
        group.count(),
        "messages",
        group.oldest(),
        List.of(),
        "",
        0,
        group.sagas(),
        null);
  }
}
