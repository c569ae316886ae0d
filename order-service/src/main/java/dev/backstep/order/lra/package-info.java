/** Orders that are part of somebody's long running action: joining it, and hearing how it ends. */
@NullMarked
package dev.backstep.order.lra;

import org.jspecify.annotations.NullMarked;
