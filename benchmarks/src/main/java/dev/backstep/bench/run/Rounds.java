package dev.backstep.bench.run;

/** What the rounds on one stack came to, in the order in which they are played. */
record Rounds(
    Measured saturation,
    LimitRows limits,
    Latencies latencies,
    HotProduct hot,
    Overload overload,
    AtRest rest,
    StatementCount statements) {}
