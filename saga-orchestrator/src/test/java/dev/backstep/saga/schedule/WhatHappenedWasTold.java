package dev.backstep.saga.schedule;

import dev.backstep.contracts.Event;
import dev.backstep.contracts.OrderEvent;
import dev.backstep.contracts.PaymentEvent;
import dev.backstep.saga.schedule.OrdersModel.Order;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** At rest every change that others may want to know of is on a topic. */
final class WhatHappenedWasTold implements Invariant {
  @Override
  public Stream<String> atRest(World world) {
    var told =
        world.broker.all().stream()
            .filter(entry -> entry.letter.body() instanceof Event)
            .map(entry -> entry.letter.id())
            .collect(Collectors.toUnmodifiableSet());
    return Stream.of(orders(world), stock(world), payments(world), parcels(world))
        .flatMap(names -> names)
        .filter(name -> !told.contains(name))
        .map(name -> name + " was never told");
  }

  private static Stream<String> orders(World world) {
    return world.orders.all().stream().flatMap(WhatHappenedWasTold::history);
  }

  private static Stream<String> history(Order order) {
    return Stream.of(
        name(OrderEvent.OrderPlaced.class, order.id(), 1),
        switch (order.status()) {
          case PENDING -> name(OrderEvent.OrderPlaced.class, order.id(), 1);
          case CONFIRMED -> name(OrderEvent.OrderConfirmed.class, order.id(), 2);
          case REJECTED -> name(OrderEvent.OrderRejected.class, order.id(), 2);
        });
  }

  private static Stream<String> stock(World world) {
    return LongStream.rangeClosed(1, world.stock.version())
        .mapToObj(version -> "StockChanged/" + StockModel.SKU + "/" + version);
  }

  private static Stream<String> payments(World world) {
    return world.payments.orders().stream()
        .flatMap(order ->
            switch (world.payments.stateOf(order).orElseThrow()) {
              case PROCESSING, RECALLED, CANCELLED -> Stream.<String>of();
              case DECLINED -> Stream.of(name(PaymentEvent.PaymentDeclined.class, order, 1));
              case CAPTURED, REFUNDING -> Stream.of(captured(order));
              case REFUNDED ->
                  Stream.of(captured(order), name(PaymentEvent.PaymentRefunded.class, order, 2));
            });
  }

  private static String captured(UUID order) {
    return name(PaymentEvent.PaymentCaptured.class, order, 1);
  }

  private static Stream<String> parcels(World world) {
    return world.orders.all().stream()
        .map(Order::id)
        .filter(world.parcels::wasBooked)
        .map(order -> name(OrderEvent.ShipmentBooked.class, order, 1));
  }

  private static String name(Class<? extends Event> type, UUID order, long version) {
    return type.getSimpleName() + "/" + order + "/" + version;
  }
}
