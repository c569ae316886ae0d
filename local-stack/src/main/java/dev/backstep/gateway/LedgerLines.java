package dev.backstep.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/**
 * The ledger's lines, one after the other: a ledger of many charges need not fit into memory. A
 * last line without its line end was never answered and is left out.
 */
final class LedgerLines {
  /** Characters read at once: a few dozen lines. */
  private static final int BLOCK = 8_192;

  private final Consumer<LedgerEntry> reader;
  private final StringBuilder line = new StringBuilder();

  private LedgerLines(Consumer<LedgerEntry> reader) {
    this.reader = reader;
  }

  /**
   * Shows the reader each entry of these lines, in their order.
   *
   * @throws UncheckedIOException if a line is damaged
   */
  static void forEach(Reader lines, Consumer<LedgerEntry> reader) throws IOException {
    var entries = new LedgerLines(reader);
    var block = new char[BLOCK];
    for (int read = lines.read(block); read >= 0; read = lines.read(block)) {
      entries.take(block, read);
    }
  }

  private void take(char[] block, int length) {
    int begin = 0;
    for (int at = 0; at < length; at++) {
      if (block[at] == '\n') {
        line.append(block, begin, at - begin);
        reader.accept(entry(line.toString()));
        line.setLength(0);
        begin = at + 1;
      }
    }
    line.append(block, begin, length - begin);
  }

  private static LedgerEntry entry(String line) {
    try {
      return GatewayJson.MAPPER.readValue(line, LedgerEntry.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a line of the ledger is damaged: " + line, e);
    }
  }
}
