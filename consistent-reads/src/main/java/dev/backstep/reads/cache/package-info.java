/**
 * What may be a little old, in Redis: read through with one refresher at a time, and views that are
 * fed by the log. Nothing that decides a write reads here.
 */
@NullMarked
package dev.backstep.reads.cache;

import org.jspecify.annotations.NullMarked;
