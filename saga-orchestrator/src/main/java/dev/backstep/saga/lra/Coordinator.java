package dev.backstep.saga.lra;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The coordinator of our own LRAs. It alone is shown our token. */
@Singleton
class Coordinator {
  /** An LRA as the coordinator lists it. */
  record Listed(String id, String client, Instant startedAt) {}

  /** Nothing has this id: a question that costs nothing. */
  private static final String UNKNOWN_LRA = "/0_0/status";

  private static final int TOKEN_PARTS = 3;
  private static final JsonMapper JSON = new JsonMapper();

  private final Http http;
  private final Optional<String> root;
  private final Optional<Path> tokenFile;
  private final Duration patience;

  @Inject
  Coordinator(Http http, LraConfig config) {
    this(http, config.coordinator(), config.tokenFile(), config.patience());
  }

  Coordinator(Http http, Optional<URI> root, Optional<Path> tokenFile, Duration patience) {
    this.http = http;
    this.root = root.map(uri -> uri.toString().replaceAll("/+$", ""));
    this.tokenFile = tokenFile;
    this.patience = patience;
  }

  boolean isConfigured() {
    return root.isPresent();
  }

  /** Whether an instance answers as the active one; one that stands by does not. */
  boolean isActive() {
    return ask("GET", root() + UNKNOWN_LRA).filter(it -> it.statusCode() == 404).isPresent();
  }

  /** Whether that names an LRA of this coordinator. */
  boolean isOfItsOwn(String lra) {
    return root.filter(it -> lra.startsWith(it + "/")).isPresent();
  }

  /** Who we are to the coordinator, which writes it before the client id of each LRA of ours. */
  Optional<String> name() {
    try {
      var token = token();
      return token.isEmpty() ? Optional.empty() : nameIn(token.get());
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static Optional<String> nameIn(String token) throws IOException {
    var parts = token.split("\\.", -1);
    if (parts.length != TOKEN_PARTS) {
      return Optional.empty();
    }
    var claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
    return Stream.of("upn", "preferred_username", "sub")
        .map(claim -> claims.path(claim).asText())
        .filter(name -> !name.isEmpty())
        .map(name -> URLEncoder.encode(name, StandardCharsets.UTF_8))
        .findFirst();
  }

  /** A new LRA without a time limit: the saga has its own. Empty when there was no clear answer. */
  Optional<String> start(String client) {
    var query = "/start?ClientID=" + URLEncoder.encode(client, StandardCharsets.UTF_8);
    return ask("POST", root() + query)
        .filter(answer -> answer.statusCode() == 201)
        .flatMap(answer -> answer.headers().firstValue("Location"))
        .filter(lra -> lra.startsWith(root() + "/"));
  }

  Fate close(String lra) {
    return end(lra, "/close");
  }

  Fate cancel(String lra) {
    return end(lra, "/cancel");
  }

  private Fate end(String lra, String how) {
    var fate = ask("PUT", lra + how).map(Coordinator::fate).orElse(Fate.UNKNOWN);
    return fate == Fate.UNKNOWN || fate == Fate.OPEN ? status(lra) : fate;
  }

  Fate status(String lra) {
    return ask("GET", lra + "/status").map(Coordinator::fate).orElse(Fate.UNKNOWN);
  }

  private static Fate fate(HttpResponse<String> answer) {
    return switch (answer.statusCode()) {
      case 404, 410 -> Fate.GONE;
      case 200, 202, 409 -> Fate.of(answer.body().strip());
      default -> Fate.UNKNOWN;
    };
  }

  /** Those that are open, of whoever; empty when there was no clear answer. */
  List<Listed> open() {
    return ask("GET", root() + "?Status=Active", "application/json")
        .filter(answer -> answer.statusCode() == 200)
        .map(answer -> listed(answer.body()))
        .orElse(List.of());
  }

  private static List<Listed> listed(String json) {
    try {
      var all = new ArrayList<Listed>();
      for (var each : JSON.readTree(json)) {
        all.add(
            new Listed(
                each.path("lraId").asText(),
                each.path("clientId").asText(),
                Instant.ofEpochMilli(each.path("startTime").asLong())));
      }
      return all;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the coordinator's list is no JSON", e);
    }
  }

  private Optional<HttpResponse<String>> ask(String method, String url) {
    return ask(method, url, "text/plain");
  }

  private Optional<HttpResponse<String>> ask(String method, String url, String accept) {
    try {
      var request =
          HttpRequest.newBuilder(URI.create(url))
              .timeout(patience)
              .header("Accept", accept)
              .method(method, BodyPublishers.noBody());
      token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
      return Optional.of(http.send(request.build()));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private Optional<String> token() throws IOException {
    return tokenFile.isEmpty()
        ? Optional.empty()
        : Optional.of(Files.readString(tokenFile.get()).strip());
  }

  private String root() {
    return root.orElseThrow(() -> new IllegalStateException("no coordinator is configured"));
  }
}
