package dev.backstep.saga.schedule;

import java.util.List;

/**
 * All of them. Where several are broken at once the first is named, so the particular come first.
 */
final class Invariants {
  static final List<Invariant> ALL =
      List.of(
          new MoneyAddsUp(),
          new ChargedOnce(),
          new ChargedBeforeConfirmed(),
          new StockAddsUp(),
          new NothingReserved(),
          new SoldIsConfirmed(),
          new ShipmentsMatchOrders(),
          new HistoriesFollowTheGraph(),
          new SagasMatchOrders(),
          new SagaLogsAreWhole(),
          new AppliedOnce(),
          new NothingAfterItsUndo(),
          new UndoneInFull(),
          new OutboxesEmpty(),
          new PublishedAtLeastOnce(),
          new WhatHappenedWasTold(),
          new DeadLettersAreKnown(),
          new NothingHalfDone(),
          new NoBug());

  private Invariants() {}
}
