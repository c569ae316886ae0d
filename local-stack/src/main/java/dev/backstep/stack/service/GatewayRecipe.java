package dev.backstep.stack.service;

import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.TextFile;
import dev.backstep.stack.process.Jvm;
import dev.backstep.stack.process.Launch;
import dev.backstep.stack.process.Recipe;
import java.nio.file.Path;
import java.util.List;

/** The simulator of the payment gateway, with its ledger on disk. */
public final class GatewayRecipe implements Recipe {
  private static final String MAIN = "dev.backstep.gateway.GatewaySimulator";

  private final Layout layout;

  public GatewayRecipe(Layout layout) {
    this.layout = layout;
  }

  /** Where the simulator keeps its ledger. */
  public static Path directory(Layout layout) {
    return layout.directory().of("gateway");
  }

  @Override
  public Launch prepare() {
    Path data = TextFile.directory(directory(layout));
    var command = Jvm.command(Instance.of(Part.GATEWAY), layout, layout.root().classPath());
    command.addAll(List.of(MAIN));
    command.addAll(List.of("--port", String.valueOf(layout.port(Part.GATEWAY))));
    command.addAll(List.of("--data", data.toString()));
    return new Launch(command, data);
  }
}
