package dev.backstep.e2e.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Section 6: after an undo no do gets through. All replies of a saga are on one partition. */
final class NothingAfterItsUndo implements Invariant {
  private static final String DO = "/do/reply";
  private static final String UNDO = "/undo/reply";

  @Override
  public String claim() {
    return "no step was done for the first time after it had been undone";
  }

  @Override
  public Finding check(Witnesses witnesses, Strength strength) {
    var first = new HashMap<String, String>();
    var evidence = new ArrayList<String>();
    var replies = witnesses.published().replies();
    for (var reply : replies) {
      if (reply.id().endsWith(UNDO) && "undone".equals(reply.outcome())) {
        first.putIfAbsent(step(reply, UNDO), UNDO);
      } else if (reply.id().endsWith(DO) && "done".equals(reply.outcome())) {
        look(reply, first, evidence);
      }
    }
    return Finding.of(replies.size() + " replies", evidence);
  }

  private static void look(Told reply, Map<String, String> first, List<String> evidence) {
    if (UNDO.equals(first.putIfAbsent(step(reply, DO), DO))) {
      evidence.add("%s at %s says done after undone".formatted(reply.id(), reply.origin()));
    }
  }

  private static String step(Told reply, String ending) {
    return reply.id().substring(0, reply.id().length() - ending.length());
  }
}
