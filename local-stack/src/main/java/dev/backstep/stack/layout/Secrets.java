package dev.backstep.stack.layout;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The passwords of one stack, made at random when it is first started. */
public final class Secrets {
  /** The only user of Redis. */
  public static final String REDIS = "redis";

  /** The user admin of Grafana, where it runs beside the stack. */
  public static final String GRAFANA = "grafana";

  /** Seals the commit tokens, the same for every instance of a service. */
  public static final String COMMIT_TOKENS = "commit-tokens";

  /** Proves to a service that it made a callback's URL, the same for every instance. */
  public static final String LRA_CALLBACKS = "lra-callbacks";

  /** The users of the console. */
  public static final List<String> CONSOLE_USERS = List.of("operator", "viewer");

  private static final String CONSOLE = "console-";

  private static final int BYTES = 24;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Map<String, String> passwords;

  private Secrets(Map<String, String> passwords) {
    this.passwords = passwords;
  }

  /** The passwords of the stack in that directory; those that are missing are made and stored. */
  static Secrets of(StackDirectory directory) {
    var file = directory.secret("passwords.properties");
    Map<String, String> passwords = TextFile.readProperties(file);
    boolean added = false;
    for (String name : names()) {
      added |= passwords.putIfAbsent(name, random()) == null;
    }
    if (added) {
      TextFile.writeProperties(file, passwords);
    }
    return new Secrets(passwords);
  }

  private static List<String> names() {
    var names = new ArrayList<>(Databases.roles());
    names.add(REDIS);
    names.add(COMMIT_TOKENS);
    names.add(LRA_CALLBACKS);
    names.add(GRAFANA);
    CONSOLE_USERS.forEach(user -> names.add(CONSOLE + user));
    return names;
  }

  private static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The password of that database role, or of Redis. */
  public String password(String name) {
    String password = passwords.get(name);
    if (password == null) {
      throw new IllegalArgumentException("No password is kept for " + name);
    }
    return password;
  }

  /** The password of that user of the console. */
  public String consolePassword(String user) {
    return password(CONSOLE + user);
  }

  @Override
  public String toString() {
    return "Secrets of " + passwords.keySet();
  }
}
