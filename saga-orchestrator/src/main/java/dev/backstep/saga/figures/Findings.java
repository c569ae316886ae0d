package dev.backstep.saga.figures;

import dev.backstep.messaging.transaction.Transaction;
import dev.backstep.saga.engine.SagaState;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Keeps what sagas can be found by. */
@Singleton
class Findings {
  private final FactTable facts;
  private final KeyTable keys;

  Findings(FactTable facts, KeyTable keys) {
    this.facts = facts;
    this.keys = keys;
  }

  /** Returns the facts of the sagas that moved. */
  Map<UUID, Facts> add(Transaction tx, List<Move> moves) throws SQLException {
    var found = facts.find(tx, moves.stream().map(Move::saga).distinct().toList());
    var born =
        moves.stream()
            .filter(Move::isBirth)
            .map(move -> found.get(move.saga()))
            .filter(Objects::nonNull)
            .toList();
    if (!born.isEmpty()) {
      keys.insert(tx, born);
    }
    var left = moves.stream().filter(Findings::tells).map(Move::saga).distinct().toList();
    if (!left.isEmpty()) {
      keys.insertFindings(tx, left);
    }
    return found;
  }

  /** Effects and causes are looked for once a saga leaves the straight way, or ends. */
  private static boolean tells(Move move) {
    return move.became() != SagaState.RUNNING;
  }
}
