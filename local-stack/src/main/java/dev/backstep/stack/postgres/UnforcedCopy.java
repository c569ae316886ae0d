package dev.backstep.stack.postgres;

import dev.backstep.stack.layout.TextFile;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A copy that is not forced to the disk: it is whole as long as the system lives that wrote it,
 * whatever becomes of its processes. Of a copy that another run of the system wrote nobody knows,
 * so it is to be made anew. The note of which run it was may be lost as well; then nobody knows,
 * too.
 *
 * @param note beside the copy
 * @param run of the system that runs now; none where a system does not tell, and there every copy
 *     is to be forced
 */
record UnforcedCopy(Path note, Optional<String> run) {
  /** A new number with each start of a Linux kernel: random(4). */
  private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

  static UnforcedCopy notedIn(Path note) {
    return new UnforcedCopy(note, TextFile.read(BOOT_ID));
  }

  /** Whether something of it may be missing on the disk. */
  boolean isInDoubt() {
    return !TextFile.read(note).equals(run);
  }

  /** Takes note of what will be written from now on; returns whether it need not be forced. */
  boolean begin() {
    run.ifPresent(id -> TextFile.write(note, id));
    return run.isPresent();
  }
}
