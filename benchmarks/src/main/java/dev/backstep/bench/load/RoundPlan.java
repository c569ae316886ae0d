package dev.backstep.bench.load;

/**
 * What a round offers.
 *
 * @param shelf what is bought, one unit per order
 * @param declinedPercent how many of a hundred cards are declined
 */
public record RoundPlan(Arrivals arrivals, Shelf shelf, int declinedPercent) {}
