/** Who may do what, and what the service must know before it lets anybody in. */
@NullMarked
package dev.backstep.inventory.access;

import org.jspecify.annotations.NullMarked;
