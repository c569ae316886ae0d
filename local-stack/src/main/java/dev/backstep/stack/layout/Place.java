package dev.backstep.stack.layout;

import java.util.List;
import java.util.Set;

/**
 * Where a part sits in the topology.
 *
 * @param ports offsets from the port base; the first is the one that clients use
 * @param after the parts that must be ready before this one starts; it stops before they do
 */
public record Place(Part part, List<Integer> ports, Set<Part> after, ReadyWhen readyWhen) {}
