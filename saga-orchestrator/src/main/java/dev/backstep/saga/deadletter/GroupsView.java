package dev.backstep.saga.deadletter;

import java.time.Instant;
import java.util.List;

/**
 * Dead letters by cause.
 *
 * @param clean topics without letters that wait
 */
record GroupsView(Instant asOf, List<LetterGroups.Group> groups, List<LetterGroups.Clean> clean) {}
