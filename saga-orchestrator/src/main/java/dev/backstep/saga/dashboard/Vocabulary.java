package dev.backstep.saga.dashboard;

import dev.backstep.saga.words.StepWords;
import java.util.List;

/** The words of the console, asked for once. */
record Vocabulary(List<DefinitionWords> definitions, List<CauseWords> causes) {
  /** A definition with its steps, in order. */
  record DefinitionWords(String definition, int version, List<StepWords> steps) {}

  /** A cause that a filter can name. */
  record CauseWords(String cause, String title) {}
}
