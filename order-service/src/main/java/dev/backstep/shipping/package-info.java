/** Books parcels and calls them back; knows nothing of orders but their id. */
@NullMarked
package dev.backstep.shipping;

import org.jspecify.annotations.NullMarked;
