package dev.backstep.saga.query;

import java.util.List;

/**
 * A piece of the time axis.
 *
 * @param from the first log entry that it covers
 * @param to the last
 * @param size log entries in all
 */
record TimelinePage(List<TimelineItem> items, long from, long to, long size) {}
