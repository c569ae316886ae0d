package dev.backstep.payment.work;

/** When a payment is to be worked on again; the greatest is the most urgent. */
enum Due {
  NEVER,
  LATER,
  NOW
}
