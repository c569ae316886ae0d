package dev.backstep.e2e.audit;

/**
 * What shoppers are shown of a product's stock.
 *
 * @param version of the stock that is shown
 */
record Shown(long version, long available) {}
