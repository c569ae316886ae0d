package dev.backstep.e2e.audit;

import dev.backstep.stack.layout.Part;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;

/** Section 5: each command that was told came to its participant; the barrier took it once. */
final class EveryCommandWasTaken implements Invariant {
  private static final String COMMANDS =
      "SELECT DISTINCT s ->> 'command' FROM saga_log, jsonb_array_elements(sent) s";
  private static final String DEAD = "SELECT message_id FROM dead_letter";
  private static final String TAKEN = "SELECT saga_id || '/' || step FROM barrier";

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
    var orchestrator = witnesses.database(Part.SAGA_ORCHESTRATOR);
    var commands = Rows.sentences(orchestrator, COMMANDS);
    var dead = Set.copyOf(Rows.sentences(orchestrator, DEAD));
    var taken = new HashSet<String>();
    for (Part service : Part.services()) {
      taken.addAll(Rows.sentences(witnesses.database(service), TAKEN));
    }
    var evidence = new ArrayList<String>();
    for (var command : commands) {
      if (!taken.contains(command.substring(0, command.lastIndexOf('/')))
          && !dead.contains(command)) {
        evidence.add("nobody took " + command);
      }
    }
    return Finding.of(commands.size() + " commands", evidence);
  }
}
