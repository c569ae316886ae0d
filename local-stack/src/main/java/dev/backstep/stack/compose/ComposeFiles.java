package dev.backstep.stack.compose;

import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.ProjectRoot;
import dev.backstep.stack.layout.Purpose;
import dev.backstep.stack.layout.Reach;
import dev.backstep.stack.layout.Secrets;
import dev.backstep.stack.layout.StackDirectory;
import dev.backstep.stack.layout.StackSettings;
import dev.backstep.stack.layout.TextFile;
import dev.backstep.stack.service.ServiceConfiguration;
import dev.backstep.stack.service.ServiceRecipe;
import dev.backstep.stack.token.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files that {@code docker-compose.yml} mounts as secrets: passwords and keys, made at random
 * once, and one file of settings for each service. Containers run as users that this machine does
 * not know, so the files are open to everybody, and the directory around them to its owner alone.
 */
public record ComposeFiles(Layout layout) {
  /** Where the containers find their secrets. */
  private static final String SECRETS = "/run/secrets/";

  // The published ports are the compose file's; a stack on the same machine has others.
  private static final int PORT_BASE = 28_100;

  /** The files of the containers whose secrets are kept there; what is missing is made. */
  public static ComposeFiles in(StackDirectory directory) {
    TextFile.directory(directory.path());
    permit(directory.path(), "rwx------");
    var settings = new StackSettings(PORT_BASE, Purpose.USE, Reach.CONTAINERS);
    directory.remember(settings);
    return new ComposeFiles(Layout.of(ProjectRoot.find(), directory, settings));
  }

  /** Writes all of them; passwords and keys stay as they were. */
  public void write() {
    SigningKey.of(layout.directory());
    password("postgres-password", Databases.SUPERUSER);
    password("replicator-password", Databases.REPLICATOR);
    password("redis-password", Secrets.REDIS);
    password("grafana-password", Secrets.GRAFANA);
    TextFile.write(file("redis.conf"), redis());
    TextFile.write(file("lra-token"), ServiceRecipe.serviceToken(layout));
    for (Part service : Part.withDatabase()) {
      TextFile.writeProperties(file(service.label() + ".properties"), settings(service));
    }
    open();
  }

  private Path file(String name) {
    return layout.directory().of("files").resolve(name);
  }

  private void password(String name, String role) {
    TextFile.write(file(name), layout.secrets().password(role));
  }

  /** A cache: it forgets everything when it ends. */
  private String redis() {
    return """
    requirepass %s
    appendonly no
    save ""
    maxmemory 64mb
    maxmemory-policy allkeys-lru
    """
        .formatted(layout.secrets().password(Secrets.REDIS));
  }

  private Map<String, String> settings(Part service) {
    var entries = new TreeMap<>(ServiceConfiguration.of(layout, Instance.of(service)));
    // The image says these, alike for every instance.
    entries.remove("backstep.instance");
    entries.remove("quarkus.http.host");
    entries.remove("quarkus.http.port");
    entries.replace("backstep.lra.token-file", SECRETS + "lra-token");
    entries.put("config_ordinal", ServiceRecipe.ORDINAL);
    entries.put("mp.jwt.verify.publickey.location", "file:" + SECRETS + "token-key.pem");
    return entries;
  }

  private void open() {
    try (Stream<Path> files = Files.walk(layout.directory().path())) {
      files.filter(Files::isRegularFile).forEach(file -> permit(file, "rw-r--r--"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void permit(Path path, String permissions) {
    try {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
