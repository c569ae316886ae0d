package dev.backstep.reads.cache;

/**
 * A value of a view.
 *
 * @param version counts the changes of that key; an older one never replaces a newer
 */
public record Versioned(String key, long version, String value) {}
