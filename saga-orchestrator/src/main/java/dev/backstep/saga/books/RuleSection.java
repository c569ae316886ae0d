package dev.backstep.saga.books;

import java.util.List;

/** Rules about the same thing. */
record RuleSection(String title, String note, List<Rule> rules) {}
