package dev.backstep.e2e.trace;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** Takes what services tell of their traces, as a collector would: OTLP over HTTP. */
final class Listener implements AutoCloseable {
  private final Queue<Told> spans = new ConcurrentLinkedQueue<>();
  private final HttpServer server;

  Listener(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/v1/traces", this::take);
    server.start();
  }

  List<Told> of(String trace) {
    return spans.stream().filter(span -> span.trace().equals(trace)).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var told = ExportTraceServiceRequest.parseFrom(exchange.getRequestBody());
      told.getResourceSpansList().stream().flatMap(Listener::spans).forEach(spans::add);
      exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private static Stream<Told> spans(ResourceSpans process) {
    var service = service(process);
    return process.getScopeSpansList().stream()
        .flatMap(scope -> scope.getSpansList().stream())
        .map(span -> told(service, span));
  }

  private static Told told(String service, Span span) {
    return new Told(
        service, span.getName(), hex(span.getTraceId().toByteArray()), hex(parent(span)));
  }

  private static byte[] parent(Span span) {
    return span.getParentSpanId().toByteArray();
  }

  private static String hex(byte[] id) {
    return HexFormat.of().formatHex(id);
  }

  private static String service(ResourceSpans process) {
    return process.getResource().getAttributesList().stream()
        .filter(attribute -> attribute.getKey().equals("service.name"))
        .map(attribute -> attribute.getValue().getStringValue())
        .findFirst()
        .orElseThrow();
  }
}
