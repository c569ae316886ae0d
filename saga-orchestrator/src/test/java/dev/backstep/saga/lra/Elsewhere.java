package dev.backstep.saga.lra;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;

/** A coordinator and a service that do as a test wants, behind one port. */
final class Elsewhere implements LraConfig, AutoCloseable {
  private record Answer(int status, String body) {}

  private final HttpServer server;
  private final Queue<Integer> answers = new ArrayDeque<>();
  private String cancelled = "Cancelled";
  private boolean hasSteps = true;

  /** Each LRA with its state. */
  final Map<String, String> lras = new LinkedHashMap<>();

  /** What the service got, by LRA. */
  final Map<String, String> calls = new LinkedHashMap<>();

  /** Of the service: never one of ours. */
  final List<String> tokens = new ArrayList<>();

  final List<String> clients = new ArrayList<>();

  Elsewhere() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  /** What the service answers, one after the other; 201 when nothing is left. */
  Elsewhere answering(int... statuses) {
    for (int status : statuses) {
      answers.add(status);
    }
    return this;
  }

  Elsewhere cancelsAs(String state) {
    cancelled = state;
    return this;
  }

  Elsewhere withoutSteps() {
    hasSteps = false;
    return this;
  }

  List<String> states() {
    return List.copyOf(lras.values());
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    var answer = answerTo(exchange);
    var body = answer.body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private Answer answerTo(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    if (path.equals("/parcels")) {
      return parcel(exchange);
    }
    if (path.endsWith("/start")) {
      return start(exchange);
    }
    var id = url() + path.substring(0, path.lastIndexOf('/'));
    if (path.endsWith("/close")) {
      lras.computeIfPresent(id, (_, _) -> "Closed");
    } else if (path.endsWith("/cancel")) {
      lras.computeIfPresent(id, (_, _) -> cancelled);
    } else if (path.endsWith("/lra-coordinator")) {
      return new Answer(200, list());
    }
    return lras.containsKey(id) ? new Answer(200, lras.get(id)) : new Answer(404, "");
  }

  private Answer parcel(HttpExchange exchange) throws IOException {
    var lra = exchange.getRequestHeaders().getFirst("Long-Running-Action");
    calls.put(lra, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
        .ifPresent(tokens::add);
    exchange.getResponseHeaders().set("Location", "/parcels/P-" + calls.size());
    var status = answers.poll();
    return new Answer(status == null ? 201 : status, "{\"detail\":\"Nobody goes there.\"}");
  }

  private Answer start(HttpExchange exchange) {
    var id = url() + "/lra-coordinator/" + UUID.randomUUID();
    lras.put(id, "Active");
    clients.add(exchange.getRequestURI().getQuery());
    exchange.getResponseHeaders().set("Location", id);
    return new Answer(201, id);
  }

  /** All of them, as if they had been started an hour ago by us. */
  private String list() {
    long then = System.currentTimeMillis() - Duration.ofHours(1).toMillis();
    return lras.keySet().stream()
        .map(lra ->
            "{\"lraId\":\"%s\",\"clientId\":\"olga/%s/shipment\",\"startTime\":%d}"
                .formatted(lra, UUID.randomUUID(), then))
        .toList()
        .toString();
  }

  @Override
  public Optional<URI> coordinator() {
    return Optional.of(URI.create(url() + "/lra-coordinator"));
  }

  @Override
  public Optional<Path> tokenFile() {
    return Optional.empty();
  }

  @Override
  public Map<String, URI> steps() {
    return hasSteps ? Map.of("shipment", URI.create(url() + "/parcels")) : Map.of();
  }

  @Override
  public Duration patience() {
    return Duration.ofSeconds(2);
  }

  @Override
  public Duration answer() {
    return Duration.ofSeconds(5);
  }

  @Override
  public Duration firstRetry() {
    return Duration.ofMillis(1);
  }

  @Override
  public Duration longestRetry() {
    return Duration.ofMillis(1);
  }

  @Override
  public int calls() {
    return 1;
  }

  @Override
  public Duration reap() {
    return Duration.ofSeconds(30);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
