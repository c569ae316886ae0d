package dev.backstep.stack.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists a few products with stock, where there are none. */
@Command(name = "seed", hidden = true)
final class SeedCommand implements Callable<Integer> {
  @Mixin StackOptions options = new StackOptions();

  @Override
  public Integer call() {
    new Catalogue(options.existing().layout()).seed();
    options.out().println("The catalogue is there.");
    return 0;
  }
}
