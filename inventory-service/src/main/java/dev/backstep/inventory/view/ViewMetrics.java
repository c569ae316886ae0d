package dev.backstep.inventory.view;

import dev.backstep.reads.cache.CacheListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;

/** What the views tell the outside. Names are documented in the operations guide. */
@Singleton
public class ViewMetrics implements CacheListener {
  private final MeterRegistry registry;
  private final Timer age;

  ViewMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.age = Timer.builder("backstep.view.age").publishPercentileHistogram().register(registry);
  }

  /** From a change to its being seen in the view. */
  void seenAfter(Duration time) {
    age.record(time);
  }

  /** Of so many products nothing was known. */
  void missing(int products) {
    registry.counter("backstep.view.misses").increment(products);
  }

  void rebuilt() {
    registry.counter("backstep.view.rebuilds").increment();
  }

  /** A reader was given what another one of this instance asked for. */
  public void shared() {
    cache("shared");
  }

  /** Redis had no answer, and this instance no recent one: the database was asked. */
  public void withoutRedis() {
    cache("without-redis");
  }

  @Override
  public void hit() {
    cache("hit");
  }

  @Override
  public void miss() {
    cache("miss");
  }

  @Override
  public void refreshed() {
    cache("refresh");
  }

  @Override
  public void stampedePrevented() {
    cache("stampede-prevented");
  }

  @Override
  public void fenced() {
    cache("fenced");
  }

  private void cache(String event) {
    registry.counter("backstep.cache", "event", event).increment();
  }
}
