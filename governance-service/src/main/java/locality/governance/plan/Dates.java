package locality.governance.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// When a milestone is reached, as computed.
///
/// @param early the first day on which it can be; the day it was, once it is reached; null without
///   a date
/// @param late the last day that delays nothing that must not be, in its plan or in another; null
///   once it is reached, or without a date
/// @param floatDays from early to late
/// @param critical whether its float is the least of its plan
/// @param baselineOn the day that the baseline asked for has for it
/// @param slippageDays from that day to early
record Dates(
        @Nullable LocalDate early,
        @Nullable LocalDate late,
        @Nullable Long floatDays,
        boolean critical,
        @Nullable LocalDate baselineOn,
        @Nullable Long slippageDays) {}
