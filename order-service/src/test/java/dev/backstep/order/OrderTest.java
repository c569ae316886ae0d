package dev.backstep.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.contracts.OrderCommand;
import dev.backstep.contracts.OrderCommand.CancelOrder;
import dev.backstep.contracts.OrderCommand.ConfirmOrder;
import dev.backstep.contracts.OrderCommand.RevokeOrder;
import dev.backstep.contracts.OrderEvent.OrderCancelled;
import dev.backstep.contracts.OrderEvent.OrderConfirmed;
import dev.backstep.contracts.OrderEvent.OrderRejected;
import dev.backstep.contracts.value.Refusal;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.order.OrderState.Cancelled;
import dev.backstep.order.OrderState.Confirmed;
import dev.backstep.order.OrderState.Pending;
import dev.backstep.order.OrderState.Rejected;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OrderTest {
  private static final UUID ID = UUID.randomUUID();
  private static final Refusal DECLINED = new Refusal(RefusalCode.PAYMENT_DECLINED, "declined");
  private static final Refusal CALLED_OFF = new Refusal(RefusalCode.CANCELLED, "by olga");
  private static final OrderCommand CONFIRM = new ConfirmOrder(ID);
  private static final OrderCommand REVOKE = new RevokeOrder(ID, CALLED_OFF);
  private static final OrderCommand CANCEL = new CancelOrder(ID, DECLINED);

  @Test
  void confirmsAPendingOrder() {
    assertThat(pending().decide(CONFIRM))
        .isEqualTo(
            new Decision.Moves(new Order(ID, 2, new Confirmed()), new OrderConfirmed(ID, 2)));
  }

  @ParameterizedTest
  @EnumSource(value = RefusalCode.class, mode = EnumSource.Mode.EXCLUDE, names = "CANCELLED")
  void rejectsAPendingOrderWhenAStepWasRefused(RefusalCode code) {
    var reason = new Refusal(code, "because");
    assertThat(pending().decide(new CancelOrder(ID, reason)))
        .isEqualTo(
            new Decision.Moves(
                new Order(ID, 2, new Rejected(reason)), new OrderRejected(ID, 2, reason)));
  }

  @Test
  void cancelsAPendingOrderThatWasCalledOff() {
    assertThat(pending().decide(new CancelOrder(ID, CALLED_OFF)))
        .isEqualTo(
            new Decision.Moves(
                new Order(ID, 2, new Cancelled(CALLED_OFF)),
                new OrderCancelled(ID, 2, CALLED_OFF)));
  }

  @ParameterizedTest
  @MethodSource
  void refusesToConfirmWhatCameToNothing(OrderState state) {
    assertThat(new Order(ID, 2, state).decide(CONFIRM))
        .isEqualTo(
            new Decision.Refuses(
                new Refusal(RefusalCode.CANCELLED, "the order is " + state.status())));
  }

  static Stream<OrderState> refusesToConfirmWhatCameToNothing() {
    return Stream.of(new Rejected(DECLINED), new Cancelled(CALLED_OFF));
  }

  @Test
  void cancelsAConfirmedOrderThatIsRevokedAndLeavesItSo() {
    var cancelled = new Order(ID, 3, new Cancelled(CALLED_OFF));
    assertThat(new Order(ID, 2, new Confirmed()).decide(REVOKE))
        .isEqualTo(new Decision.Moves(cancelled, new OrderCancelled(ID, 3, CALLED_OFF)));
    assertThat(cancelled.decide(CANCEL)).isEqualTo(new Decision.Stays());
  }

  @ParameterizedTest
  @MethodSource
  void takesEveryOtherPairForABug(OrderState state, OrderCommand command) {
    assertThatThrownBy(() -> new Order(ID, 2, state).decide(command))
        .isInstanceOf(IllegalTransitionException.class)
        .hasMessageContaining(ID.toString())
        .hasMessageContaining(state.status().name());
  }

  static Stream<Arguments> takesEveryOtherPairForABug() {
    return Stream.of(
        Arguments.of(new Confirmed(), CONFIRM),
        Arguments.of(new Confirmed(), CANCEL),
        Arguments.of(new Rejected(DECLINED), CANCEL),
        Arguments.of(new Pending(), REVOKE),
        Arguments.of(new Rejected(DECLINED), REVOKE),
        Arguments.of(new Cancelled(CALLED_OFF), REVOKE));
  }

  @ParameterizedTest
  @MethodSource
  void isReadBackAsItWasWritten(OrderState state) {
    assertThat(OrderState.of(state.status(), state.why())).isEqualTo(state);
  }

  static Stream<OrderState> isReadBackAsItWasWritten() {
    return Stream.of(
        new Pending(), new Confirmed(), new Rejected(DECLINED), new Cancelled(CALLED_OFF));
  }

  @Test
  void isNotReadBackWithoutItsReason() {
    assertThatThrownBy(() -> OrderState.of(OrderStatus.REJECTED, Optional.empty()))
        .isInstanceOf(RuntimeException.class);
  }

  private static Order pending() {
    return new Order(ID, 1, new Pending());
  }
}
