package dev.backstep.saga.deadletter;

import dev.backstep.saga.paging.Cursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists dead letters. */
@ApplicationScoped
class Letters implements PanacheRepositoryBase<LetterRow, UUID> {
  private static final String PAGE =
      "(?1 is null or sagaId = ?1) and (?2 is null or id < ?2) order by id desc";

  @Transactional
  List<LetterRow> page(@Nullable UUID saga, Optional<Cursor> cursor, int limit) {
    return find(PAGE, saga, cursor.map(Cursor::after).orElse(null)).page(0, limit).list();
  }
}
