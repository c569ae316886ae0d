/** How shoppers are dealt and counted. */
@NullMarked
package dev.backstep.e2e.shop;

import org.jspecify.annotations.NullMarked;
