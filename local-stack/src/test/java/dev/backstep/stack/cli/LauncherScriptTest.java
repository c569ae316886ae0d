package dev.backstep.stack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.stack.layout.ProjectRoot;
import dev.backstep.stack.layout.Topology;
import dev.backstep.stack.process.Command;
import dev.backstep.stack.process.Launch;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherScriptTest {
  private static final Path SCRIPT = ProjectRoot.find().path().resolve("backstep");

  @TempDir Path elsewhere;

  private Command run(Map<String, String> environment, String... arguments) {
    var command = new ArrayList<>(List.of(SCRIPT.toString()));
    command.addAll(List.of(arguments));
    return Command.run(new Launch(command, elsewhere, environment));
  }

  @Test
  void helpListsEveryCommandAndProcess() {
    String help = run(Map.of(), "help").output();
    var commands = new HashMap<>(Backstep.commands().getSubcommands());
    // For other programs, not for people.
    commands.values().removeIf(command -> command.getCommandSpec().usageMessage().hidden());
    assertThat(commands.keySet())
        .allSatisfy(name -> assertThat(help).contains("./backstep " + name));
    assertThat(help).contains("./backstep shop", "./backstep audit", "./backstep test");
    assertThat(Topology.places())
        .allSatisfy(place -> assertThat(help).contains(place.part().label()));
  }

  @Test
  void everyCommandTellsWhatItTakes() {
    assertThat(Backstep.commands().getSubcommands().keySet())
        .allSatisfy(name -> {
          var told = new StringWriter();
          var commands = Backstep.commands().setOut(new PrintWriter(told));
          assertThat(commands.execute(name, "--help")).isZero();
          assertThat(told.toString()).contains("Usage: backstep " + name, "--help");
        });
  }

  @Test
  void anUnknownCommandIsOneLine() {
    var answer = run(Map.of(), "fly");
    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.output())
        .isEqualTo("backstep: unknown command fly; ./backstep help lists all");
  }

  @Test
  void worksThroughALinkFromAnotherDirectory() throws IOException {
    Path link =
        Files.createSymbolicLink(
            elsewhere.resolve("bs"), elsewhere.toRealPath().relativize(SCRIPT.toRealPath()));
    assertThat(Command.run(List.of(link.toString(), "help")).exitCode()).isZero();
    Files.delete(link);
  }
}
