package dev.backstep.e2e.audit;

import org.jspecify.annotations.Nullable;

/**
 * A record on a topic.
 *
 * @param origin {@code <topic>-<partition>@<offset>}
 * @param id its CloudEvents id; empty if it has none
 * @param ours whether a service wrote it; anybody else wrote garbage, or a test did
 * @param outcome of a reply: done, refused or undone; null of anything else
 */
public record Told(
    String topic, String origin, String id, boolean ours, @Nullable String outcome) {}
