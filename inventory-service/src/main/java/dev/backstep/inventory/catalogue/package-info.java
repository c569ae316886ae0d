/** What operators do: put products on sale, receive goods. */
@NullMarked
package dev.backstep.inventory.catalogue;

import org.jspecify.annotations.NullMarked;
