package dev.backstep.saga.query;

import dev.backstep.saga.engine.SagaState;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lists sagas. */
@ApplicationScoped
class Sagas implements PanacheRepositoryBase<SagaRow, UUID> {
  /**
   * Which sagas to list.
   *
   * @param states any, when empty
   */
  record Filter(List<SagaState> states, Optional<UUID> orderId, Optional<Boolean> retrying) {}

  @Transactional
  List<SagaRow> page(Filter filter, Optional<Cursor> cursor, int limit) {
    var conditions = new ArrayList<String>();
    var values = new HashMap<String, Object>();
    if (!filter.states().isEmpty()) {
      conditions.add("state in :states");
      values.put("states", filter.states().stream().map(SagaState::name).toList());
    }
    filter
        .orderId()
        .ifPresent(order -> {
          conditions.add("businessKey = :order");
          values.put("order", order);
        });
    filter
        .retrying()
        .ifPresent(retrying -> {
          conditions.add("retrying = :retrying");
          values.put("retrying", retrying);
        });
    cursor.ifPresent(it -> {
      conditions.add("id < :after");
      values.put("after", it.after());
    });
    var where = conditions.isEmpty() ? "" : String.join(" and ", conditions) + " ";
    return find(where + "order by id desc", values).page(0, limit).list();
  }
}
