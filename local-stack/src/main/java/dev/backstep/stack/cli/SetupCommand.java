package dev.backstep.stack.cli;

import dev.backstep.stack.kafka.TopicSetup;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.postgres.Provisioning;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes databases, roles and topics that are missing, on servers that others have started. */
@Command(name = "setup", hidden = true)
final class SetupCommand implements Callable<Integer> {
  @Mixin StackOptions options = new StackOptions();

  @Override
  public Integer call() {
    var layout = options.existing().layout();
    Provisioning.of(layout).run();
    TopicSetup.createMissing(layout.url(Part.KAFKA));
    options.out().println("Databases, roles and topics are there.");
    return 0;
  }
}
