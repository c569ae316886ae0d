package dev.backstep.shipping;

import dev.backstep.contracts.value.ShippingAddress;
import java.util.UUID;

/** A parcel that a carrier will come for. */
record Booking(UUID orderId, UUID sagaId, String parcel, ShippingAddress address) {}
