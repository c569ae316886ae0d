package dev.backstep.saga.dashboard;

import dev.backstep.contracts.Direction;
import dev.backstep.contracts.value.RefusalCode;
import dev.backstep.rest.access.Roles;
import dev.backstep.saga.dashboard.Vocabulary.CauseWords;
import dev.backstep.saga.dashboard.Vocabulary.DefinitionWords;
import dev.backstep.saga.engine.SagaDefinition;
import dev.backstep.saga.engine.SagaDefinitions;
import dev.backstep.saga.words.Cause;
import dev.backstep.saga.words.StepWords;
import dev.backstep.saga.words.StuckKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The words for steps and causes. */
@Path("/api/vocabulary")
@Produces(MediaType.APPLICATION_JSON)
class VocabularyResource {
  private final SagaDefinitions definitions;

  VocabularyResource(SagaDefinitions definitions) {
    this.definitions = definitions;
  }

  /** Every definition that this version knows, and every cause that a filter can name. */
  @GET
  @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
  public Vocabulary get() {
    return new Vocabulary(
        definitions.all().stream().map(VocabularyResource::words).toList(),
        Stream.concat(turnedBack(), atSteps())
            .map(cause -> new CauseWords(cause.key(), cause.title()))
            .distinct()
            .toList());
  }

  private static DefinitionWords words(SagaDefinition<?> definition) {
    return new DefinitionWords(
        definition.name(),
        definition.version(),
        definition.steps().stream().map(StepWords::of).toList());
  }

  private static Stream<Cause> turnedBack() {
    return Arrays.stream(RefusalCode.values()).map(Cause.TurnedBack::new);
  }

  private Stream<Cause> atSteps() {
    return definitions.all().stream()
        .flatMap(definition -> definition.steps().stream())
        .map(StepWords::of)
        .flatMap(step -> directions(step).stream().flatMap(to -> causes(step.step(), to)));
  }

  private static List<Direction> directions(StepWords step) {
    if (step.kind().equals("undo-only")) {
      return List.of(Direction.UNDO);
    }
    return step.undoTitle() == null ? List.of(Direction.DO) : List.of(Direction.DO, Direction.UNDO);
  }

  private static Stream<Cause> causes(String step, Direction direction) {
    return Stream.concat(
        Arrays.stream(StuckKind.values()).map(kind -> new Cause.Stuck(step, direction, kind)),
        Stream.of(new Cause.Retrying(step, direction)));
  }
}
