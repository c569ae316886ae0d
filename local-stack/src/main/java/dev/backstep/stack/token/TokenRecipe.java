package dev.backstep.stack.token;

import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.process.Jvm;
import dev.backstep.stack.process.Launch;
import dev.backstep.stack.process.Recipe;

/** The token issuer, in a process of its own. */
public final class TokenRecipe implements Recipe {
  private final Layout layout;

  public TokenRecipe(Layout layout) {
    this.layout = layout;
  }

  @Override
  public Launch prepare() {
    var command = Jvm.command(Instance.of(Part.TOKENS), layout, layout.root().classPath());
    command.add("-Dbackstep.home=" + layout.root().path());
    command.add(TokenIssuerMain.class.getName());
    command.add(layout.directory().path().toString());
    return new Launch(command, layout.directory().path());
  }
}
