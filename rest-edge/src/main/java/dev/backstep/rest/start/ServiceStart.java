package dev.backstep.rest.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.configuration.ConfigUtils;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts a service, unless it was not told what it must know. It looks before the framework does,
 * which would say so in a hundred lines, or not at all: without an issuer it would take nobody's
 * tokens, without brokers it would look for them on this machine.
 */
public final class ServiceStart {
  private static final int FAILED = 1;
  private static final String LOCAL = "local";

  private static final RequiredSetting BROKERS =
      RequiredSetting.of("the brokers, such as host:9092", "kafka.bootstrap.servers");

  private static final List<RequiredSetting> OF_EVERY_SERVICE =
      List.of(
          RequiredSetting.of(
              "its database, such as jdbc:postgresql://host:5432/name",
              "quarkus.datasource.jdbc.url"),
          RequiredSetting.of(
              "the role that reads and writes rows",
              "quarkus.datasource.username",
              "quarkus.datasource.credentials-provider"),
          BROKERS,
          RequiredSetting.of("whose tokens it accepts", "mp.jwt.verify.issuer"),
          RequiredSetting.of(
              "where the public key of those tokens is",
              "mp.jwt.verify.publickey.location",
              "mp.jwt.verify.publickey"));

  private static final String HOW_TO_SET =
      "A setting is a line in config/application.properties, a -Dname=value,"
          + " or in the environment a NAME_IN_CAPITALS.";

  private ServiceStart() {}

  /**
   * Runs the service until it is stopped. Ends the process at once, with one line on standard
   * error, when a setting is missing or a password is one that everybody knows.
   *
   * @param own what this service must be told beside what every service must
   */
  public static void run(String[] args, RequiredSetting... own) {
    run(args, OF_EVERY_SERVICE, own);
  }

  /** As {@link #run}, for a service that neither sends nor takes messages. */
  public static void runWithoutBroker(String[] args, RequiredSetting... own) {
    run(args, OF_EVERY_SERVICE.stream().filter(it -> !it.equals(BROKERS)).toList(), own);
  }

  private static void run(String[] args, List<RequiredSetting> usual, RequiredSetting... own) {
    var config = ConfigUtils.configBuilder().build();
    var complaint =
        complaint(name -> config.getOptionalValue(name, String.class), usual, List.of(own));
    if (complaint.isPresent()) {
      System.err.println(complaint.get());
      System.exit(FAILED);
    }
    Quarkus.run(args);
  }

  /** One line that says what is missing and what to do, or nothing. */
  static Optional<String> complaint(
      Function<String, Optional<String>> settings, List<RequiredSetting> own) {
    return complaint(settings, OF_EVERY_SERVICE, own);
  }

  private static Optional<String> complaint(
      Function<String, Optional<String>> settings,
      List<RequiredSetting> usual,
      List<RequiredSetting> own) {
    var missing =
        Stream.concat(usual.stream(), own.stream())
            .filter(setting -> setting.isMissingIn(settings))
            .map(RequiredSetting::toString)
            .collect(Collectors.joining("; "));
    var defaults = defaults(settings);
    var wishes =
        Stream.of(
                missing.isEmpty() ? "" : "set " + missing,
                defaults.isEmpty() ? "" : "change %s (everybody knows it)".formatted(defaults))
            .filter(wish -> !wish.isEmpty())
            .collect(Collectors.joining("; "));
    return wishes.isEmpty() ? Optional.empty() : Optional.of(line(settings, wishes));
  }

  /** The passwords that nobody chose; in the local profile, which nobody else reaches, none. */
  private static String defaults(Function<String, Optional<String>> settings) {
    return settings.apply("quarkus.profile").filter(LOCAL::equals).isPresent()
        ? ""
        : Password.ALL.stream()
            .filter(password -> password.isDefaultIn(settings))
            .map(Password::name)
            .collect(Collectors.joining(", "));
  }

  private static String line(Function<String, Optional<String>> settings, String wishes) {
    return "%s cannot start: %s. %s"
        .formatted(
            settings.apply("quarkus.application.name").orElse("The service"), wishes, HOW_TO_SET);
  }
}
