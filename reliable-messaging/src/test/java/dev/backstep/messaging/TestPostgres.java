package dev.backstep.messaging;

final class TestPostgres {
  private TestPostgres() {}

  static String url() {
    return "jdbc:postgresql://127.0.0.1:30900/postgres?user=postgres";
  }
}
