package dev.backstep.saga.engine;

import dev.backstep.saga.kit.SagaKit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class SagaKitTest {
  @TestFactory
  Stream<DynamicTest> withoutPivot() {
    return SagaKit.everyTrouble(Samples.withoutPivot());
  }

  @TestFactory
  Stream<DynamicTest> pivotFirst() {
    return SagaKit.everyTrouble(Samples.pivotFirst());
  }

  @TestFactory
  Stream<DynamicTest> severalStepsDoneAtTheStart() {
    return SagaKit.everyTrouble(Samples.twoDoneAtStart());
  }
}
