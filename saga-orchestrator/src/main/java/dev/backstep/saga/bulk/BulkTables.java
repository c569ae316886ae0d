package dev.backstep.saga.bulk;

import jakarta.inject.Singleton;

/** Bulk runs and their sagas. */
@Singleton
class BulkTables {
  private final RunTable runs;
  private final ItemTable items;

  BulkTables(RunTable runs, ItemTable items) {
    this.runs = runs;
    this.items = items;
  }

  RunTable runs() {
    return runs;
  }

  ItemTable items() {
    return items;
  }
}
