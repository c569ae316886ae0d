/** What the service must know before it starts. */
@NullMarked
package dev.backstep.inventory.access;

import org.jspecify.annotations.NullMarked;
