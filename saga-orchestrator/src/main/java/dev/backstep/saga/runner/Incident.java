package dev.backstep.saga.runner;

import dev.backstep.saga.engine.RunEvent;
import java.util.UUID;

/** Something happened to a saga. */
public record Incident(UUID saga, RunEvent event) {}
