package dev.backstep.stack.redis;

import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Overrides;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.Secrets;
import dev.backstep.stack.layout.TextFile;
import dev.backstep.stack.process.Launch;
import dev.backstep.stack.process.Recipe;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Redis as a cache: it holds no truth and forgets everything when it ends. To come back without the
 * last second would be worse: it would then remember wrongly.
 */
public final class RedisRecipe implements Recipe {
  private final Layout layout;

  public RedisRecipe(Layout layout) {
    this.layout = layout;
  }

  @Override
  public Launch prepare() {
    Path home = TextFile.directory(layout.directory().of("redis"));
    Path configuration = home.resolve("redis.conf");
    TextFile.write(configuration, settings(home) + overrides());
    var binary = RedisBinary.find(layout.root());
    return new Launch(List.of(binary.toString(), configuration.toString()), home);
  }

  private String overrides() {
    return new Overrides(layout.directory(), Instance.of(Part.REDIS))
        .settings().entrySet().stream()
            .map(each -> "%s %s\n".formatted(each.getKey(), each.getValue()))
            .collect(Collectors.joining());
  }

  private String settings(Path home) {
    return """
    bind 127.0.0.1
    port %d
    requirepass %s
    dir "%s"
    appendonly no
    save ""
    maxmemory 64mb
    hz 2
    maxmemory-policy allkeys-lru
    """
        .formatted(layout.port(Part.REDIS), layout.secrets().password(Secrets.REDIS), home);
  }
}
