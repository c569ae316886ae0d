/**
 * What shoppers see, kept in Redis: details of products, read through, and the stock as the log
 * tells it. May be a moment old; nothing that decides reads here.
 */
@NullMarked
package dev.backstep.inventory.view;

import org.jspecify.annotations.NullMarked;
