package dev.backstep.order.lra;

/** What a callback is answered. */
sealed interface Ending {
  /** So it stands. */
  record Stands(Standing standing) implements Ending {}

  /** There is nothing here that this callback could be about any more. */
  record Gone() implements Ending {}

  /** The URL was not made for this saga and LRA. */
  record NotOurs() implements Ending {}
}
