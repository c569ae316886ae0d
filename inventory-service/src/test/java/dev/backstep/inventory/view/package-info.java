/** Tests. */
@NullMarked
package dev.backstep.inventory.view;

import org.jspecify.annotations.NullMarked;
