package dev.backstep.stack.token;

import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.ProjectRoot;
import dev.backstep.stack.layout.StackDirectory;
import java.io.IOException;
import java.nio.file.Path;

/** The process called {@code tokens}. Its argument is the data directory of the stack. */
final class TokenIssuerMain {
  private TokenIssuerMain() {}

  public static void main(String[] arguments) throws IOException {
    var directory = new StackDirectory(Path.of(arguments[0]));
    var layout = Layout.of(ProjectRoot.find(), directory, directory.settings().orElseThrow());
    // The server's own thread keeps the process alive.
    TokenIssuer.start(TokenMint.of(layout), layout.port(Part.TOKENS));
  }
}
