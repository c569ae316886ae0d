package dev.backstep.saga.lra;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Carries one attempt a step further. Never inside a transaction; killed anywhere, it is taken up
 * again from what was written down.
 */
@Singleton
class Carrying {
  private static final int MAX_DOUBLINGS = 10;
  private static final Logger LOG = Logger.getLogger(Carrying.class);

  private final AttemptBook book;
  private final Coordinator coordinator;
  private final Services services;
  private final LraConfig config;

  Carrying(AttemptBook book, Coordinator coordinator, Services services, LraConfig config) {
    this.book = book;
    this.coordinator = coordinator;
    this.services = services;
    this.config = config;
  }

  void carry(Attempt attempt) {
    switch (attempt.wanted()) {
      case DO -> forth(attempt);
      case DROP, UNDO -> cancel(attempt);
      case CLOSE -> close(attempt);
    }
  }

  /** One that has an LRA already was left by somebody who did not come to write what came of it. */
  private void forth(Attempt attempt) {
    if (attempt.lra() != null) {
      doubtful(attempt, "nobody came back from the call");
      return;
    }
    var lra = coordinator.start(attempt.clientId());
    if (lra.isEmpty()) {
      again(attempt);
    } else if (book.started(attempt, lra.get())) {
      call(attempt, lra.get());
    } else {
      // Nothing was done in it; should this be in vain, the reaper comes.
      var _ = coordinator.cancel(lra.get());
    }
  }

  private void call(Attempt attempt, String lra) {
    var body = attempt.body();
    if (body == null) {
      throw new IllegalStateException(attempt.clientId() + " has lost what is to be sent");
    }
    switch (services.call(attempt, lra, body)) {
      case Said.Done(var reference) -> book.done(attempt, reference);
      case Said.Refused(var detail) -> book.refused(attempt, detail);
      case Said.Doubtful(var why) -> doubtful(attempt, why);
    }
  }

  private void doubtful(Attempt attempt, String why) {
    LOG.infof(
        "%s, attempt %d, is cancelled and tried anew: %s",
        attempt.clientId(), attempt.number(), why);
    book.doubtful(attempt, pause(attempt.number()));
  }

  private void cancel(Attempt attempt) {
    if (attempt.lra() == null) {
      book.ended(attempt, Attempt.NEVER_BEGUN);
      return;
    }
    switch (coordinator.cancel(attempt.lra())) {
      case CANCELLED, GONE -> book.ended(attempt, Attempt.CANCELLED);
      case FAILED_TO_CANCEL, CLOSED, FAILED_TO_CLOSE -> failed(attempt, Attempt.FAILED_TO_CANCEL);
      case OPEN, ENDING, UNKNOWN -> again(attempt);
    }
  }

  private void close(Attempt attempt) {
    if (attempt.lra() == null) {
      book.ended(attempt, Attempt.NEVER_BEGUN);
      return;
    }
    switch (coordinator.close(attempt.lra())) {
      case CLOSED, GONE -> book.ended(attempt, Attempt.CLOSED);
      case FAILED_TO_CLOSE, CANCELLED, FAILED_TO_CANCEL -> failed(attempt, Attempt.FAILED_TO_CLOSE);
      case OPEN, ENDING, UNKNOWN -> again(attempt);
    }
  }

  private void failed(Attempt attempt, String how) {
    LOG.warnf("%s of %s is %s", attempt.lra(), attempt.clientId(), how);
    book.ended(attempt, how);
  }

  private void again(Attempt attempt) {
    book.later(attempt, pause(attempt.tries() + 1));
  }

  private Duration pause(int tries) {
    var doubled = config.firstRetry().multipliedBy(1L << Math.min(tries - 1, MAX_DOUBLINGS));
    return doubled.compareTo(config.longestRetry()) > 0 ? config.longestRetry() : doubled;
  }
}
