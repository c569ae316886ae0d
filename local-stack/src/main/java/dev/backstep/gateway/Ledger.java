package dev.backstep.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What the gateway did, in the order in which it did it: a witness that no service under test can
 * write to. A snapshot; the gateway may have gone on since.
 */
public record Ledger(List<LedgerEntry> entries) {
  /** The ledger's file inside the gateway's data directory: one JSON object per line. */
  public static final String FILE_NAME = "ledger.jsonl";

  /** Takes an unmodifiable copy. */
  public Ledger {
    entries = List.copyOf(entries);
  }

  /**
   * Reads the ledger in that data directory; empty if there is none yet. A last line without its
   * line end was never answered and is left out.
   *
   * @throws UncheckedIOException if it cannot be read, or a line within it is damaged
   */
  public static Ledger read(Path dataDirectory) {
    var entries = new ArrayList<LedgerEntry>();
    forEach(dataDirectory, entries::add);
    return new Ledger(entries);
  }

  /** Shows each entry that {@link #read} would give, without holding them all. */
  static void forEach(Path dataDirectory, Consumer<LedgerEntry> reader) {
    try (var lines = Files.newBufferedReader(dataDirectory.resolve(FILE_NAME), UTF_8)) {
      LedgerLines.forEach(lines, reader);
    } catch (NoSuchFileException _) {
      // Nothing happened yet.
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the ledger in " + dataDirectory, e);
    }
  }

  /** Reads what {@code GET /ledger} answers, with the same care as {@link #read}. */
  public static Ledger parse(String lines) {
    var entries = new ArrayList<LedgerEntry>();
    try {
      LedgerLines.forEach(new StringReader(lines), entries::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Ledger(entries);
  }

  /** Money taken for that order. */
  public List<LedgerEntry.Captured> capturesOf(UUID orderId) {
    return of(orderId, LedgerEntry.Captured.class);
  }

  /** Money given back for that order. */
  public List<LedgerEntry.Refunded> refundsOf(UUID orderId) {
    return of(orderId, LedgerEntry.Refunded.class);
  }

  /** Captured minus refunded for that order, in minor units. */
  public long heldOf(UUID orderId) {
    return sum(capturesOf(orderId)) - sum(refundsOf(orderId));
  }

  private <T extends LedgerEntry> List<T> of(UUID orderId, Class<T> kind) {
    return entries.stream()
        .filter(entry -> entry.orderId().equals(orderId))
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  private static long sum(List<? extends LedgerEntry> entries) {
    return entries.stream().mapToLong(entry -> entry.amount().minorUnits()).sum();
  }
}
