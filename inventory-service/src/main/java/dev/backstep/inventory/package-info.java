/** Stock of products: who may have which units, decided in memory and told in events. */
@NullMarked
package dev.backstep.inventory;

import org.jspecify.annotations.NullMarked;
