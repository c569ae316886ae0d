@NullMarked
package dev.backstep.order.rehearsal;

import org.jspecify.annotations.NullMarked;
