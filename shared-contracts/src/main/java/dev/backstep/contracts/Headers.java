package dev.backstep.contracts;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names of record headers: CloudEvents 1.0 Kafka binary mode, W3C trace context, and the reasons on
 * a dead letter.
 */
public final class Headers {
  public static final String ID = "ce_id";
  public static final String TYPE = "ce_type";
  public static final String SOURCE = "ce_source";
  public static final String TIME = "ce_time";
  public static final String SUBJECT = "ce_subject";
  public static final String SPEC_VERSION = "ce_specversion";
  public static final String CONTENT_TYPE = "content-type";
  public static final String TRACEPARENT = "traceparent";

  /** On a dead letter: a stable code of what went wrong. */
  public static final String DEAD_CAUSE = "backstep_dead_cause";

  /** On a dead letter: one sentence of what went wrong. */
  public static final String DEAD_DETAIL = "backstep_dead_detail";

  /** On a dead letter: where it came from, {@code <topic>-<partition>@<offset>}. */
  public static final String DEAD_ORIGIN = "backstep_dead_origin";

  /** On a dead letter: the service that could not apply it. */
  public static final String DEAD_SERVICE = "backstep_dead_service";

  private static final Pattern TRACE = Pattern.compile("[0-9a-f-]{55}");

  private Headers() {}

  /**
   * Whether that may go on over HTTP as {@link #TRACEPARENT}, sampled or not. Anything else would
   * be refused as a header, and the request that it should go with never sent.
   */
  public static boolean isTraceparent(@Nullable String value) {
    return value != null && TRACE.matcher(value).matches();
  }
}
