package dev.backstep.payment.work;

/** When a payment is to be worked on again. In this order: the later, the sooner. */
enum Due {
  NEVER,
  LATER,
  NOW
}
