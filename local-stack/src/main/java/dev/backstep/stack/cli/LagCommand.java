package dev.backstep.stack.cli;

import dev.backstep.stack.layout.StackFailure;
import dev.backstep.stack.postgres.Replica;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lets the replica fall behind by a fixed time, or catch up. */
@Command(name = "lag", description = "Lets the replica fall behind by a fixed time, or catch up.")
final class LagCommand implements Callable<Integer> {
  private static final Pattern DELAY = Pattern.compile("(\\d{1,6})(ms|s)");

  @Mixin StackOptions options = new StackOptions();

  @Parameters(paramLabel = "DELAY")
  String delay = "";

  @Override
  public Integer call() {
    new Replica(options.existing().layout()).delay(parse(delay));
    return 0;
  }

  static Duration parse(String text) {
    if (text.equals("off")) {
      return Duration.ZERO;
    }
    var match = DELAY.matcher(text);
    if (!match.matches()) {
      throw new StackFailure("a delay is off, or a number of s or ms, such as 5s or 200ms");
    }
    long number = Long.parseLong(match.group(1));
    return match.group(2).equals("s") ? Duration.ofSeconds(number) : Duration.ofMillis(number);
  }
}
