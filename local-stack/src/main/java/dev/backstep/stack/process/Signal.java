package dev.backstep.stack.process;

import java.util.List;

/** A POSIX signal, as {@code kill -s} knows it. */
public enum Signal {
  TERM,
  INT,
  KILL,
  STOP,
  CONT;

  /** Sends it to the process and to its group, of which it is the first. */
  void sendToGroup(long pid) {
    String group = "-" + pid;
    Command.run(
        List.of(
            "bash", "-c", "kill -s \"$0\" -- \"$1\" \"$2\"", name(), String.valueOf(pid), group));
  }

  /** Sends it; a process that is gone already is no error. */
  void sendTo(long pid) {
    // The shell's own kill: small containers have no /bin/kill.
    Command.run(List.of("bash", "-c", "kill -s \"$0\" \"$1\"", name(), String.valueOf(pid)));
  }
}
