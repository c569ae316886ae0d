package dev.backstep.bench.growth;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.backstep.gateway.Ledger;
import dev.backstep.stack.layout.Layout;
import dev.backstep.stack.service.GatewayRecipe;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The gateway's ledger with the charges of a past that was made up: for the audit at the end. */
public final class SeededLedger {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> UNIQUE = List.of("key", "chargeId", "refundId");

  private SeededLedger() {}

  /**
   * Adds them. The gateway must not run: it would neither know of them nor bear them.
   *
   * @param originals how many lines the ledger had when the copies were made
   */
  public static void write(Layout layout, Aging.Past past, int originals) throws IOException {
    var file = GatewayRecipe.directory(layout).resolve(Ledger.FILE_NAME);
    var lines = Files.readAllLines(file).subList(0, originals);
    try (var writer = Files.newBufferedWriter(file, StandardOpenOption.APPEND)) {
      for (var line : lines) {
        copies(line, past, writer);
      }
    }
  }

  /** How many lines the ledger has. */
  public static int lines(Layout layout) throws IOException {
    try (var lines = Files.lines(GatewayRecipe.directory(layout).resolve(Ledger.FILE_NAME))) {
      return Math.toIntExact(lines.count());
    }
  }

  private static void copies(String line, Aging.Past past, BufferedWriter writer)
      throws IOException {
    var original = (ObjectNode) JSON.readTree(line);
    for (long copy = 1; copy <= past.copies(); copy++) {
      writer.write(JSON.writeValueAsString(copy(original, past.shift(), copy)));
      writer.newLine();
    }
  }

  private static ObjectNode copy(ObjectNode original, Shift shift, long copy) {
    var entry = original.deepCopy();
    var order = UUID.fromString(entry.path("orderId").asText());
    entry.put("orderId", shift.of(order, copy).toString());
    entry.put("time", shift.of(Instant.parse(entry.path("time").asText()), copy).toString());
    for (var field : UNIQUE) {
      if (entry.has(field)) {
        entry.put(field, entry.path(field).asText() + Shift.mark(copy));
      }
    }
    return entry;
  }
}
