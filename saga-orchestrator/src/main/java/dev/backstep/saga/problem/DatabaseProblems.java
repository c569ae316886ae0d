package dev.backstep.saga.problem;

import dev.backstep.messaging.transaction.TransactionFailedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;

/** A database that does not answer is no fault of the client: he may try again. */
@Provider
class DatabaseProblems implements ExceptionMapper<TransactionFailedException> {
  /** Long enough for a pool to get its breath back. */
  private static final int RETRY_AFTER_SECONDS = 1;

  private static final Logger LOG = Logger.getLogger(DatabaseProblems.class);

  @Override
  public Response toResponse(TransactionFailedException failure) {
    LOG.error("The database refused a request", failure);
    return ProblemType.UNAVAILABLE
        .problem()
        .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
        .build()
        .toResponse();
  }
}
