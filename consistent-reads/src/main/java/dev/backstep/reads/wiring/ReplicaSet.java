package dev.backstep.reads.wiring;

import dev.backstep.reads.replica.Replica;
import java.util.List;

/** All replicas, as one bean. */
record ReplicaSet(List<Replica> all) {}
