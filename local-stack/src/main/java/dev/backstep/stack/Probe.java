package dev.backstep.stack;

import dev.backstep.stack.layout.Databases;
import dev.backstep.stack.layout.Instance;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.layout.Part;
import dev.backstep.stack.layout.ReadyWhen.AnswersHttp;
import dev.backstep.stack.layout.ReadyWhen.AnswersKafka;
import dev.backstep.stack.layout.ReadyWhen.AnswersPing;
import dev.backstep.stack.layout.ReadyWhen.AnswersSql;
import dev.backstep.stack.layout.Secrets;
import dev.backstep.stack.layout.Topology;
import dev.backstep.stack.postgres.Connections;
import dev.backstep.stack.process.Port;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/** Asks a process whether it is ready, in its own protocol. */
record Probe(Layout layout) {
  // On one machine an answer takes milliseconds, or a second on a busy one; longer is no answer.
  private static final int TIMEOUT_MILLIS = 2_000;
  private static final String REDIS_PONG = "+OK\r\n+PONG\r\n";

  /** Whether it answers as the topology says it must. Never throws because it does not. */
  boolean isReady(Instance instance) {
    try {
      return switch (Topology.of(instance.part()).readyWhen()) {
        case AnswersSql _ -> answersSql(instance.part());
        case AnswersKafka _ -> answersKafka(layout.port(instance));
        case AnswersPing _ -> answersPing(layout.port(instance));
        case AnswersHttp(String path) -> answersHttp(layout.url(instance) + path);
      };
    } catch (IOException | SQLException e) {
      return false;
    }
  }

  private boolean answersSql(Part server) throws SQLException {
    try (var connection =
        Connections.open(layout, server, Databases.SUPERUSER, Databases.SUPERUSER)) {
      return connection.isValid(TIMEOUT_MILLIS / 1000);
    }
  }

  /** ApiVersions, version 0: the one request that any broker answers to anybody. */
  private static boolean answersKafka(int port) throws IOException {
    short apiVersions = 18;
    int correlation = 1;
    try (var socket = connect(port)) {
      var out = new DataOutputStream(socket.getOutputStream());
      out.writeInt(10);
      out.writeShort(apiVersions);
      out.writeShort(0);
      out.writeInt(correlation);
      out.writeShort(-1);
      var in = new DataInputStream(socket.getInputStream());
      in.readInt();
      return in.readInt() == correlation && in.readShort() == 0;
    }
  }

  private boolean answersPing(int port) throws IOException {
    try (var socket = connect(port)) {
      String request = "AUTH %s\r\nPING\r\n".formatted(layout.secrets().password(Secrets.REDIS));
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readNBytes(REDIS_PONG.length());
      return REDIS_PONG.equals(new String(answer, StandardCharsets.US_ASCII));
    }
  }

  private static Socket connect(int port) throws IOException {
    var socket = new Socket();
    try {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.connect(Port.address(port), TIMEOUT_MILLIS);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static boolean answersHttp(String url) throws IOException {
    var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    try {
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } finally {
      connection.disconnect();
    }
  }
}
