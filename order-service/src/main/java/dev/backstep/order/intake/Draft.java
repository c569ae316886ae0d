package dev.backstep.order.intake;

import dev.backstep.order.query.OrderView;

/** What a wish comes to before the database has seen its key. */
sealed interface Draft {
  /** The first wish under its key in this batch: to be recorded, unless the key is taken. */
  record First(NewOrder order, OrderView view, StoredAnswer answer) implements Draft {}

  /** Another wish under the key of a first one. */
  record Twin(First first) implements Draft {}

  /** Cannot be ordered; unless it was, earlier, under this key. */
  record Refused(Placement why) implements Draft {}
}
