/** This service's own copy of products and prices, fed by inventory's events. */
@NullMarked
package dev.backstep.order.catalogue;

import org.jspecify.annotations.NullMarked;
