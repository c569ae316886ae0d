package dev.backstep.saga.deadletter;

import dev.backstep.saga.paging.Cursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lists dead letters. */
@ApplicationScoped
class Letters implements PanacheRepositoryBase<LetterRow, UUID> {
  /** Which letters to list. */
  record Filter(Optional<UUID> saga, Optional<String> group, Optional<LetterState> state) {}

  @Transactional
  List<LetterRow> page(Filter filter, Optional<Cursor> cursor, int limit) {
    var conditions = new ArrayList<String>();
    var values = new HashMap<String, Object>();
    filter
        .saga()
        .ifPresent(saga -> {
          conditions.add("sagaId = :saga");
          values.put("saga", saga);
        });
    filter
        .group()
        .ifPresent(group -> {
          conditions.add("causeKey = :group");
          values.put("group", group);
        });
    filter.state().ifPresent(state -> conditions.add(state.condition()));
    cursor.ifPresent(it -> {
      conditions.add("id < :after");
      values.put("after", it.after());
    });
    var where = conditions.isEmpty() ? "" : String.join(" and ", conditions) + " ";
    return find(where + "order by id desc", values).page(0, limit).list();
  }

  @Transactional
  Optional<LetterRow> one(UUID id) {
    return findByIdOptional(id);
  }
}
