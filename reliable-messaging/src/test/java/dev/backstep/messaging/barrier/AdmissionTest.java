package dev.backstep.messaging.barrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.backstep.contracts.Direction;
import dev.backstep.contracts.Reply;
import dev.backstep.contracts.value.Refusal;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.messaging.barrier.Admission.Remembered;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdmissionTest {
  private static final Reply DONE = new Reply.Done("ch_1");
  private static final Reply REFUSED =
      new Reply.Refused(new Refusal(RefusalCode.OUT_OF_STOCK, "none left"));

  @Test
  void appliesADoTheFirstTime() {
    assertThat(Admission.of(null, Direction.DO)).isEqualTo(new Admission.First());
  }

  @Test
  void repeatsTheReplyOfADoThatComesAgain() {
    assertThat(doing(BarrierState.DONE, DONE)).isEqualTo(new Admission.Repeat(DONE));
    assertThat(doing(BarrierState.REFUSED, REFUSED)).isEqualTo(new Admission.Repeat(REFUSED));
  }

  @Test
  void letsADoThatIsUnderWayFinish() {
    assertThat(Admission.of(new Remembered(BarrierState.DOING, null), Direction.DO))
        .isEqualTo(new Admission.Wait());
  }

  @ParameterizedTest
  @EnumSource(
      value = BarrierState.class,
      names = {"UNDOING", "UNDONE", "TOMBSTONE"})
  void refusesADoAfterItsUndo(BarrierState state) {
    assertThat(Admission.of(new Remembered(state, null), Direction.DO))
        .isEqualTo(new Admission.Repeat(Admission.TOO_LATE));
  }

  @Test
  void buriesAnUndoThatComesFirst() {
    assertThat(Admission.of(null, Direction.UNDO)).isEqualTo(new Admission.Bury());
  }

  @ParameterizedTest
  @EnumSource(
      value = BarrierState.class,
      names = {"DOING", "DONE"})
  void undoesWhatIsDoneOrUnderWay(BarrierState state) {
    assertThat(Admission.of(new Remembered(state, DONE), Direction.UNDO))
        .isEqualTo(new Admission.Next());
  }

  @ParameterizedTest
  @EnumSource(
      value = BarrierState.class,
      names = {"REFUSED", "UNDONE", "TOMBSTONE"})
  void answersUndoneWhereNothingIsLeftToUndo(BarrierState state) {
    assertThat(Admission.of(new Remembered(state, REFUSED), Direction.UNDO))
        .isEqualTo(new Admission.Repeat(new Reply.Undone()));
  }

  @Test
  void letsAnUndoThatIsUnderWayFinish() {
    assertThat(Admission.of(new Remembered(BarrierState.UNDOING, DONE), Direction.UNDO))
        .isEqualTo(new Admission.Wait());
  }

  @Test
  void takesAReplyInTheWrongDirectionForABug() {
    assertThatIllegalStateException()
        .isThrownBy(() -> BarrierState.after(Direction.DO, new Reply.Undone()));
    assertThatIllegalStateException().isThrownBy(() -> BarrierState.after(Direction.UNDO, DONE));
    assertThatIllegalStateException().isThrownBy(() -> doing(BarrierState.DONE, null));
  }

  private static Admission doing(BarrierState state, @Nullable Reply reply) {
    return Admission.of(new Remembered(state, reply), Direction.DO);
  }
}
