package dev.backstep.saga.schedule;

import dev.backstep.contracts.Command;
import dev.backstep.contracts.CommandId;
import dev.backstep.contracts.Direction;
import dev.backstep.contracts.PaymentCommand.ChargePayment;
import dev.backstep.contracts.PaymentCommand.RefundPayment;
import dev.backstep.contracts.PaymentEvent;
import dev.backstep.contracts.Reply;
import dev.backstep.contracts.value.Money;
import dev.backstep.contracts.value.Refusal;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.saga.schedule.GatewayModel.Answer;
import dev.backstep.saga.schedule.GatewayModel.Card;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Payments and the questions about them: claimed, asked and answered in three steps, with anything
 * in between. Differs from the real one in that a claim is asked about however late.
 */
final class PaymentsModel implements Participant {
  private static final Duration LEASE = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  enum State {
    PROCESSING,
    RECALLED,
    CAPTURED,
    DECLINED,
    REFUNDING,
    REFUNDED,
    CANCELLED
  }

  /** The right to ask one question about a payment, until it is given to another. */
  record Claim(UUID order, long epoch, boolean refund, String key) {}

  private static final class Payment {
    final CommandId charge;
    final ChargePayment command;
    State state = State.PROCESSING;
    int attempts;
    long epoch;
    @Nullable Instant due;

    Payment(CommandId charge, ChargePayment command, Instant due) {
      this.charge = charge;
      this.command = command;
      this.due = due;
    }

    CommandId refund() {
      return new CommandId(charge.saga(), charge.step(), Direction.UNDO);
    }

    Money amount() {
      return command.amount();
    }
  }

  private final Map<UUID, Payment> payments = new LinkedHashMap<>();
  private final Desk desk;
  private final GatewayModel gateway;
  private final Sabotage sabotage;

  PaymentsModel(Desk desk, GatewayModel gateway, Sabotage sabotage) {
    this.desk = desk;
    this.gateway = gateway;
    this.sabotage = sabotage;
  }

  @Override
  public Optional<Reply> apply(CommandId id, Command command) {
    return switch (command) {
      case ChargePayment it -> charge(id, it);
      case RefundPayment(var order) -> refund(order);
      default -> throw new IllegalStateException("no command of a payment");
    };
  }

  private Optional<Reply> charge(CommandId id, ChargePayment command) {
    if (payments.putIfAbsent(command.orderId(), new Payment(id, command, desk.chronicle.now()))
        != null) {
      return Optional.of(Desk.refused(RefusalCode.NOT_POSSIBLE));
    }
    return Optional.empty();
  }

  private Optional<Reply> refund(UUID order) {
    var payment = payments.get(order);
    if (payment == null) {
      return Optional.of(Desk.refused(RefusalCode.NOT_POSSIBLE));
    }
    payment.state =
        switch (payment.state) {
          case PROCESSING -> payment.epoch == 0 ? State.CANCELLED : State.RECALLED;
          case CAPTURED -> State.REFUNDING;
          case RECALLED, DECLINED, REFUNDING, REFUNDED, CANCELLED ->
              throw new IllegalStateException("a payment that is " + payment.state);
        };
    if (payment.state == State.CANCELLED) {
      payment.due = null;
      return Optional.of(new Reply.Undone());
    }
    payment.due = payment.due == null ? desk.chronicle.now() : payment.due;
    return Optional.empty();
  }

  List<UUID> due() {
    return payments.values().stream()
        .filter(payment -> payment.due != null && !payment.due.isAfter(desk.chronicle.now()))
        .map(payment -> payment.command.orderId())
        .toList();
  }

  Optional<Instant> earliestDue() {
    return payments.values().stream()
        .flatMap(payment -> Optional.ofNullable(payment.due).stream())
        .min(Instant::compareTo);
  }

  Claim claim(UUID order) {
    var payment = get(order);
    payment.due = desk.chronicle.now().plus(LEASE);
    boolean refund = payment.state == State.REFUNDING;
    var command = refund ? payment.refund() : payment.charge;
    return new Claim(order, ++payment.epoch, refund, key(command, payment));
  }

  /** Outside any transaction; the process may die before it stores what it hears. */
  Answer ask(Claim claim) {
    var payment = get(claim.order);
    return claim.refund
        ? gateway.refund(claim.key, claim.order, units(payment))
        : gateway.charge(claim.key, claim.order, units(payment), card(payment));
  }

  private String key(CommandId command, Payment payment) {
    return sabotage == Sabotage.ATTEMPT_IN_THE_KEY
        ? command + "#" + payment.attempts
        : command.toString();
  }

  private static long units(Payment payment) {
    return payment.amount().minorUnits();
  }

  private static Card card(Payment payment) {
    return Card.valueOf(payment.command.paymentToken().value().substring("pm_".length()));
  }

  /** Drops the answer of a claim that has ended: its question is asked again. */
  void store(Claim claim, Answer answer) {
    var payment = get(claim.order);
    if (payment.epoch != claim.epoch) {
      return;
    }
    payment.epoch++;
    payment.due = null;
    switch (answer) {
      case CHARGED -> charged(payment);
      case DECLINED -> declined(payment);
      case REFUNDED -> refunded(payment);
      case SILENCE -> silence(payment);
    }
  }

  private void charged(Payment payment) {
    desk.chronicle.happened(payment.charge);
    desk.tell(
        new PaymentEvent.PaymentCaptured(payment.command.orderId(), 1, payment.amount(), "c"));
    if (payment.state == State.RECALLED) {
      payment.state = State.REFUNDING;
      payment.due = desk.chronicle.now();
    } else {
      payment.state = State.CAPTURED;
      desk.answer(payment.charge, new Reply.Done("c"));
    }
  }

  private void declined(Payment payment) {
    var reason = new Refusal(RefusalCode.PAYMENT_DECLINED, "No.");
    boolean recalled = payment.state == State.RECALLED;
    payment.state = State.DECLINED;
    desk.tell(
        new PaymentEvent.PaymentDeclined(payment.command.orderId(), 1, payment.amount(), reason));
    if (recalled) {
      desk.answer(payment.refund(), new Reply.Undone());
    } else {
      desk.answer(payment.charge, new Reply.Refused(reason));
    }
  }

  private void refunded(Payment payment) {
    payment.state = State.REFUNDED;
    desk.chronicle.happened(payment.refund());
    desk.tell(
        new PaymentEvent.PaymentRefunded(payment.command.orderId(), 2, payment.amount(), "r"));
    desk.answer(payment.refund(), new Reply.Undone());
  }

  private void silence(Payment payment) {
    if (sabotage == Sabotage.TIMEOUT_IS_FAILURE && payment.state != State.REFUNDING) {
      declined(payment);
      return;
    }
    payment.attempts++;
    payment.due = desk.chronicle.now().plus(PAUSE);
  }

  private Payment get(UUID order) {
    var payment = payments.get(order);
    if (payment == null) {
      throw new IllegalStateException("there is no payment of that order");
    }
    return payment;
  }

  Optional<State> stateOf(UUID order) {
    return Optional.ofNullable(payments.get(order)).map(payment -> payment.state);
  }

  Collection<UUID> orders() {
    return payments.keySet();
  }
}
