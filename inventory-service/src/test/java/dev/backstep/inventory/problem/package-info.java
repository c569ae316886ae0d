/** What is answered to requests that are wrong. */
@NullMarked
package dev.backstep.inventory.problem;

import org.jspecify.annotations.NullMarked;
