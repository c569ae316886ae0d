package dev.backstep.saga.books;

/**
 * One line of the books, ready to be shown.
 *
 * @param note what it means, or what explains it
 */
public record BookLine(Health health, String title, String note, String value) {}
