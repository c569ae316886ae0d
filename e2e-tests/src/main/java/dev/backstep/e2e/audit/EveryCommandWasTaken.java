package dev.backstep.e2e.audit;

import dev.backstep.stack.layout.Part;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;

/** Section 5: each command that was told came to its participant; the barrier took it once. */
final class EveryCommandWasTaken implements Invariant {
  private static final String COMMANDS =
      "SELECT DISTINCT s ->> 'command' FROM saga_log, jsonb_array_elements(sent) s";
  private static final String DEAD = "SELECT message_id FROM dead_letter";
  private static final String TAKEN = "SELECT saga_id, step FROM barrier";

  @Override
  public String claim() {
    return "at rest, every command that was sent is in its participant's barrier, or a dead letter";
  }

  @Override
  public boolean judges(Strength strength) {
    return strength == Strength.AT_REST;
  }

  @Override
  public Finding check(Witnesses witnesses, Strength strength) throws SQLException {
    var taken = taken(witnesses);
    var orchestrator = witnesses.database(Part.SAGA_ORCHESTRATOR);
    var dead = Set.copyOf(Rows.sentences(orchestrator, DEAD));
    var evidence = new Evidence();
    var commands =
        Rows.each(
            orchestrator,
            COMMANDS,
            row -> {
              var command = row.getString(1);
              if (!isTaken(command.split("/", -1), taken) && !dead.contains(command)) {
                evidence.add(() -> "nobody took " + command);
              }
            });
    return evidence.finding(commands + " commands");
  }

  /** Of {@code saga/step/direction}, as in the design; nobody takes any other. */
  private static boolean isTaken(String[] command, StepSet taken) {
    return command.length == 3 && taken.contains(UUID.fromString(command[0]), command[1]);
  }

  private static StepSet taken(Witnesses witnesses) throws SQLException {
    var taken = new StepSet();
    for (Part service : Part.services()) {
      Rows.each(
          witnesses.database(service),
          TAKEN,
          row -> taken.add(row.getObject(1, UUID.class), row.getString(2)));
    }
    return taken;
  }
}
