package dev.backstep.reads;

/**
 * What a read brought.
 *
 * @param token to be given to the client, so that his next read does not go backwards
 */
public record Answer<T>(T value, String token) {}
