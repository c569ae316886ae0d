package dev.backstep.saga.kit;

import dev.backstep.contracts.CommandId;
import dev.backstep.saga.engine.SagaState;
import java.util.HashMap;
import java.util.Map;

/**
 * What goes wrong in one play, and how the saga must end.
 *
 * @param refusals how often a participant refuses a command
 * @param commands what happens to a command on its way
 * @param replies what happens to a reply on its way
 * @param twice whether everything else is delivered twice
 * @param brokerDown whether each command waits in the outbox when its timer fires first
 */
record Scenario(
    String name,
    SagaState end,
    Map<CommandId, Integer> refusals,
    Map<CommandId, Fate> commands,
    Map<CommandId, Fate> replies,
    boolean twice,
    boolean brokerDown) {

  /**
   * The first so many are lost, or held back until the saga has turned back; later ones arrive.
   *
   * @param kind what happens to them
   * @param first how many of the first are hit
   */
  record Fate(Kind kind, int first) {
    static final int ALL = Integer.MAX_VALUE;
  }

  enum Kind {
    LOST,
    HELD
  }

  static Scenario ending(SagaState end, String name) {
    return new Scenario(name, end, Map.of(), Map.of(), Map.of(), false, false);
  }

  Scenario refusing(CommandId command, int times) {
    return new Scenario(
        name, end, with(refusals, command, times), commands, replies, twice, brokerDown);
  }

  Scenario command(CommandId command, Kind kind, int first) {
    return new Scenario(
        name,
        end,
        refusals,
        with(commands, command, new Fate(kind, first)),
        replies,
        twice,
        brokerDown);
  }

  Scenario reply(CommandId command, Kind kind, int first) {
    return new Scenario(
        name,
        end,
        refusals,
        commands,
        with(replies, command, new Fate(kind, first)),
        twice,
        brokerDown);
  }

  Scenario andEverythingTwice() {
    return new Scenario(
        name + ", everything twice", end, refusals, commands, replies, true, brokerDown);
  }

  Scenario andBrokerDown() {
    return new Scenario(name + ", published late", end, refusals, commands, replies, twice, true);
  }

  private static <V> Map<CommandId, V> with(Map<CommandId, V> map, CommandId command, V value) {
    var copy = new HashMap<>(map);
    copy.put(command, value);
    return copy;
  }
}
