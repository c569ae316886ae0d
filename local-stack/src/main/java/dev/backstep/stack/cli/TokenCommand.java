package dev.backstep.stack.cli;

import dev.backstep.stack.layout.StackFailure;
import dev.backstep.stack.token.Role;
import dev.backstep.stack.token.TokenMint;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a token, and nothing else, so that a shell can take it. */
@Command(
    name = "token",
    description = "Prints a token, and nothing else, so that a shell can take it.")
final class TokenCommand implements Callable<Integer> {
  @Mixin StackOptions options = new StackOptions();

  @Parameters(paramLabel = "ROLE")
  String role = "";

  @Option(names = "--as", description = "who it is for")
  @Nullable String name;

  @Override
  public Integer call() {
    var known =
        Role.named(role)
            .orElseThrow(() ->
                new StackFailure(
                    "there is no role %s; the roles are %s".formatted(role, Role.labels())));
    var who = name == null ? role : name;
    if (!TokenMint.isName(who)) {
      throw new StackFailure("a name is 1 to 64 letters, digits and . _ @ -");
    }
    options.out().println(TokenMint.of(options.existing().layout()).token(known, who));
    return 0;
  }
}
