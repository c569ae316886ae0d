package dev.backstep.saga.query;

/** What the steps of a checkout do to money and stock, in a few words. */
record EffectWords(SagaFacts facts) {
  String done(String step) {
    return switch (step) {
      case "order" -> "recorded";
      case "stock" -> goods() + " reserved";
      case "payment" -> money() + " captured";
      case "shipment" -> "carrier booked";
      case "confirmation" -> "confirmed";
      case "settlement" -> goods() + " sold";
      default -> "done";
    };
  }

  String undone(String step) {
    return switch (step) {
      case "order" -> "closed";
      case "stock" -> goods() + " released";
      case "payment" -> money() + " refunded";
      case "shipment" -> "called back";
      case "confirmation" -> "revoked";
      case "settlement" -> goods() + " reserved again";
      default -> "undone";
    };
  }

  String money() {
    return facts.amount().map(MoneyView::of).map(MoneyView::text).orElse("the money");
  }

  String held() {
    return goods() + (facts.units() == 1 ? " stays reserved" : " stay reserved");
  }

  String reserved() {
    return goods() + (facts.units() == 1 ? " is reserved" : " are reserved");
  }

  String goods() {
    int units = facts.units();
    int kinds = facts.lines().size();
    return units + (units == 1 ? " unit" : " units") + (kinds > 1 ? ", " + kinds + " SKUs" : "");
  }
}
