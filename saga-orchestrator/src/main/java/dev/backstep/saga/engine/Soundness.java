package dev.backstep.saga.engine;

import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Direction;
import dev.backstep.saga.engine.Step.Compensatable;
import dev.backstep.saga.engine.Step.Pivot;
import dev.backstep.saga.engine.Step.Retriable;
import dev.backstep.saga.engine.Step.UndoOnly;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a definition must fulfil, checked step by step from the first to the last. */
final class Soundness {
  private static final UUID ANY_SAGA = new UUID(0, 0);

  private final String saga;
  private final Set<String> names = new HashSet<>();
  private @Nullable String pivot;
  private boolean somethingToDo;

  private Soundness(String saga) {
    this.saga = saga;
  }

  static <D> void require(String saga, int version, List<Step<D>> steps) {
    var soundness = new Soundness(saga);
    soundness.requireVersion(version);
    steps.forEach(soundness::requireStep);
    if (!soundness.somethingToDo) {
      throw soundness.unsound("it has no step to do; name at least one");
    }
  }

  private void requireVersion(int version) {
    if (version < 1) {
      throw unsound("versions count from 1, not from " + version);
    }
  }

  private <D> void requireStep(Step<D> step) {
    requireName(step.name());
    switch (step) {
      case UndoOnly<D>(var name, var undo, var _) -> {
        requireBeforePivot(name, undo);
        requireFirst(name);
      }
      case Compensatable<D>(var name, var run, var undo, var _) -> {
        requireRun(name, run);
        requireBeforePivot(name, undo);
      }
      case Pivot<D>(var name, var run, var _) -> {
        requireRun(name, run);
        requireOnlyPivot(name);
      }
      case Retriable<D>(var name, var run, var _) -> {
        requireRun(name, run);
        requireAfterPivot(name);
      }
    }
  }

  private void requireName(String name) {
    requireWellFormed(name);
    if (!names.add(name)) {
      throw unsound("the name \"" + name + "\" is used twice, and a command id could mean either");
    }
  }

  private void requireWellFormed(String name) {
    try {
      var _ = new CommandId(ANY_SAGA, name, Direction.DO);
    } catch (IllegalArgumentException malformed) {
      throw unsound(
          "\""
              + name
              + "\" is no step name: 1 to 40 lower-case letters, digits and hyphens,"
              + " starting with a letter");
    }
  }

  private void requireRun(String name, @Nullable Object run) {
    somethingToDo = true;
    if (run == null) {
      throw unsound("step \"" + name + "\" has no command that does it");
    }
  }

  private void requireBeforePivot(String name, @Nullable Object undo) {
    if (undo == null) {
      throw unsound("step \"" + name + "\" has no undo, so the saga could not turn back past it");
    }
    if (pivot != null) {
      throw unsound(
          "step \""
              + name
              + "\" can be undone but comes after the pivot \""
              + pivot
              + "\", from where there is no way back; make it retriable or move it before");
    }
  }

  /** What was done first is undone last. */
  private void requireFirst(String name) {
    if (somethingToDo) {
      throw unsound(
          "step \""
              + name
              + "\" is done when the saga starts, so it comes before every other kind");
    }
  }

  private void requireOnlyPivot(String name) {
    if (pivot != null) {
      throw unsound("\"" + pivot + "\" and \"" + name + "\" are both pivots; there can be one");
    }
    pivot = name;
  }

  private void requireAfterPivot(String name) {
    if (pivot == null) {
      throw unsound(
          "step \""
              + name
              + "\" is retriable but no pivot comes before it, so the saga might have to turn back"
              + " past a step that has no undo");
    }
  }

  private UnsoundDefinitionException unsound(String why) {
    return new UnsoundDefinitionException(saga, why);
  }
}
