package dev.backstep.saga.query;

import dev.backstep.saga.engine.SagaState;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The newest sagas above an amount, out of classes of amounts in each of which an index has them in
 * order: the narrow classes of the bound's own first digit, and the wide ones above it.
 */
final class AmountSearch {
  private static final String NARROW =
      "SELECT s.id FROM generate_series(amount_size(?), amount_size(?) / 10 * 10 + 9) AS c(class)";

  private static final String WIDE =
      """
      SELECT s.id FROM generate_series(amount_size(?) / 10 + 1, (SELECT max(size) FROM saga_amount) / 10) AS c(class)
      """;

  /** Behind the offset: the planner has to look at one saga after the other, in their order. */
  private static final String NEWEST =
      """
       CROSS JOIN LATERAL (
        SELECT s.id FROM saga_amount a CROSS JOIN LATERAL (SELECT s.id FROM saga s WHERE s.id = a.saga_id
      """;

  /**
   * A sum is compared: of class and amount, taken for independent of each other, the planner would
   * expect next to nothing, and sort the whole class.
   */
  private static final String IN_NARROW =
      " OFFSET 0) AS s WHERE a.size BETWEEN c.class AND c.class AND a.minor + 0 >= ?";

  private static final String IN_WIDE =
      " OFFSET 0) AS s WHERE a.size / 10 BETWEEN c.class AND c.class";

  /**
   * The class comes first, and is a range, though it is one and the same for all: said as equal,
   * the planner would drop it from the order, and could walk all sagas from the newest on, class
   * after class, which statistics of an unlucky sample make look cheaper.
   */
  private static final String ORDER_NARROW = " ORDER BY a.size DESC";

  private static final String ORDER_WIDE = " ORDER BY a.size / 10 DESC";

  private static final String NEWEST_FIRST =
      ", a.saga_id DESC LIMIT ?) AS s ORDER BY s.id DESC LIMIT ?";

  private AmountSearch() {}

  /**
   * Whether it is the right way: completed sagas are most of all that there are. Where they are not
   * among what is asked for, or an index leads to a few, the amounts of those few are looked up.
   */
  static boolean fits(SagaFilter filter) {
    return filter.amountOver().isPresent()
        && filter.possible().contains(SagaState.COMPLETED)
        && filter.term().isEmpty()
        && filter.orderId().isEmpty()
        && !filter.retrying().orElse(false);
  }

  /**
   * The searches, whose results belong together.
   *
   * @param conditions on {@code s}, the saga
   */
  static Stream<Sql> searches(SagaFilter filter, Sql conditions, Optional<UUID> after, int atMost) {
    long bound = filter.amountOver().orElseThrow();
    var narrow =
        new Sql().add(NARROW, bound, bound).add(NEWEST).add(conditions).add(IN_NARROW, bound);
    var wide = new Sql().add(WIDE, bound).add(NEWEST).add(conditions).add(IN_WIDE);
    for (var classes : List.of(narrow, wide)) {
      after.ifPresent(it -> classes.add(" AND a.saga_id < ?", it));
    }
    return Stream.of(narrow.add(ORDER_NARROW), wide.add(ORDER_WIDE))
        .map(classes -> classes.add(NEWEST_FIRST, atMost, atMost));
  }
}
