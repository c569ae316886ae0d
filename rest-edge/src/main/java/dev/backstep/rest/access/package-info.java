/** Who may see what. */
@NullMarked
package dev.backstep.rest.access;

import org.jspecify.annotations.NullMarked;
