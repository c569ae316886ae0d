package dev.backstep.stack.cli;

import dev.backstep.stack.kafka.TopicSetup;
import dev.backstep.stack.kafka.UserSetup;
import dev.backstep.stack.layout.StackFailure;
import dev.backstep.stack.layout.TextFile;
import dev.backstep.stack.postgres.Provisioning;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Makes topics, users and their rights, databases and roles on servers that others run, over TLS if
 * they say so. Safe to repeat; deletes nothing.
 */
@Command(name = "provision", hidden = true)
final class ProvisionCommand implements Callable<Integer> {
  private static final String OF_KAFKA = "kafka.";
  private static final String OF_POSTGRES = "postgres.";

  @Spec @Nullable CommandSpec command;

  @Option(names = "--kafka", description = "settings of a client that may change everything")
  @Nullable Path kafka;

  @Option(names = "--copies", description = "of each message on Kafka", defaultValue = "3")
  short copies = 3;

  @Option(names = "--postgres", description = "url without database, user and password")
  @Nullable Path postgres;

  @Option(
      names = "--passwords",
      required = true,
      description = "of what is to be made: kafka.order-service=..., postgres.order_service=...")
  Path passwords = Path.of("");

  @Override
  public Integer call() {
    if (postgres != null) {
      new Provisioning(new Server(read(postgres))::open, named(OF_POSTGRES)).run();
      say("Databases and roles are there.");
    }
    if (kafka != null) {
      var client = read(kafka);
      TopicSetup.createMissing(client, copies);
      UserSetup.provide(client, named(OF_KAFKA));
      say("Topics, users and rights are there.");
    }
    return 0;
  }

  private void say(String line) {
    if (command != null) {
      command.commandLine().getOut().println(line);
    }
  }

  private SortedMap<String, String> named(String prefix) {
    var found = new TreeMap<String, String>();
    read(passwords)
        .forEach((name, value) -> {
          if (name.startsWith(prefix)) {
            found.put(name.substring(prefix.length()), value);
          }
        });
    return found;
  }

  private static Map<String, String> read(Path file) {
    if (!Files.isReadable(file)) {
      throw new StackFailure("cannot read " + file);
    }
    return TextFile.readProperties(file);
  }

  /** The server as its superuser reaches it. */
  private record Server(Map<String, String> settings) {
    Connection open(String database) throws SQLException {
      return DriverManager.getConnection(
          setting("url").replaceFirst("/(?=[?]|$)", "/" + database),
          setting("user"),
          setting("password"));
    }

    private String setting(String name) {
      var value = settings.get(name);
      if (value == null) {
        throw new StackFailure("--postgres names no " + name);
      }
      return value;
    }
  }
}
