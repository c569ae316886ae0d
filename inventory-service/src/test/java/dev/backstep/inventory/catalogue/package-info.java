/** What operators do, over HTTP. */
@NullMarked
package dev.backstep.inventory.catalogue;

import org.jspecify.annotations.NullMarked;
