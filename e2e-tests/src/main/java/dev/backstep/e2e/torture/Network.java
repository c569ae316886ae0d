package dev.backstep.e2e.torture;

import dev.backstep.stack.layout.Part;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The network between processes and a server. */
record Network(List<Edge> edges, Mood mood, Duration hold) implements Fault {
  @Override
  public String what() {
    return "network %s, %s, for %d s"
        .formatted(
            mood.name().toLowerCase(Locale.ROOT).replace('_', ' '),
            edges.stream().map(Edge::toString).collect(Collectors.joining(" and ")),
            hold.toSeconds());
  }

  @Override
  public boolean isRemembered() {
    return edges.size() > 1 || edges.getFirst().server() != Part.REDIS;
  }

  @Override
  public void begin(Site site) {
    edges.forEach(edge -> site.edges().mood(edge, mood));
  }

  @Override
  public void end(Site site) {
    edges.forEach(edge -> site.edges().mood(edge, Mood.OPEN));
  }
}
