package dev.backstep.carrier;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The parcels, by the LRA that they were booked in: a file that is forced with each line. */
@Singleton
class Parcels {
  /** One parcel as it stands. */
  record Parcel(String lra, String order, String state) {}

  private final Path file;
  private final Map<String, Parcel> byLra = new LinkedHashMap<>();

  Parcels(@ConfigProperty(name = "carrier.journal") Path file) throws IOException {
    this.file = file;
    if (Files.exists(file)) {
      Files.readAllLines(file).stream()
          .map(line -> line.split(" ", -1))
          .filter(parts -> parts.length == 3)
          .forEach(parts -> byLra.put(parts[0], new Parcel(parts[0], parts[1], parts[2])));
    }
  }

  synchronized void book(String lra, String order) throws IOException {
    write(new Parcel(lra, order, "booked"));
  }

  /** Nothing, if none was booked in it. */
  synchronized void move(String lra, String state) throws IOException {
    var parcel = byLra.get(lra);
    if (parcel != null) {
      write(new Parcel(lra, parcel.order(), state));
    }
  }

  synchronized Optional<Parcel> find(String lra) {
    return Optional.ofNullable(byLra.get(lra));
  }

  /** All that were ever booked for that order. */
  synchronized List<Parcel> of(String order) {
    return byLra.values().stream().filter(parcel -> parcel.order().equals(order)).toList();
  }

  private void write(Parcel parcel) throws IOException {
    var line = "%s %s %s\n".formatted(parcel.lra(), parcel.order(), parcel.state());
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
      channel.force(false);
    }
    byLra.put(parcel.lra(), parcel);
  }
}
