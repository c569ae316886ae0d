package dev.backstep.stack.cli;

import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.token.Role;
import dev.backstep.stack.token.TokenMint;

/** What a user sees when everything is ready: URLs, a token, and a checkout to paste. */
record Welcome(Layout layout) {
  String text(boolean detached) {
    return """
    orders       %s/q/openapi
    inventory    %s/products
    payments     %s/q/openapi
    console      %s/ (user operator or viewer, ./backstep password operator)
    logs         %s

    A checkout to paste:

    TOKEN=%s
    curl -i %s/orders -H "Authorization: Bearer $TOKEN" -H "Idempotency-Key: order-$RANDOM" \\
      -H "Prefer: wait=10" -H "Content-Type: application/json" \\
      -d '{"items":[{"sku":"KETTLE-STEEL","quantity":1},{"sku":"MUG-BLUE","quantity":2}],"paymentToken":"pm_ok","shippingAddress":{"name":"Ada","street":"Hauptstr. 1","city":"Berlin","postalCode":"10115","country":"DE"}}'

    %s\
    """
        .formatted(
            layout.url(Part.ORDER_SERVICE),
            layout.url(Part.INVENTORY_SERVICE),
            layout.url(Part.PAYMENT_SERVICE),
            layout.url(Part.SAGA_ORCHESTRATOR),
            layout.directory().of("logs"),
            TokenMint.of(layout).token(Role.CUSTOMER, "ada"),
            layout.url(Part.ORDER_SERVICE),
            detached ? "./backstep down stops it." : "Ctrl-C stops it.");
  }
}
