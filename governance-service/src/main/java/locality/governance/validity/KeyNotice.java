package locality.governance.validity;

import java.time.LocalDate;
import locality.governance.period.ClearDays;
import org.jspecify.annotations.Nullable;

/// The notice that was given of a matter before it was decided. A key decision needs 28 clear days
/// on the forward plan; where that was impracticable, the scrutiny chair is told at least 5 clear
/// days before (general exception); where even that was, the scrutiny chair agrees that it cannot
/// wait (special urgency). The Local Authorities (Executive Arrangements) (Meetings and Access to
/// Information) (England) Regulations 2012 (SI 2012/2089), regulations 9 to 11.
///
/// @param key whether the matter is key: any other needs no such notice
/// @param publishedOn when it was first on the forward plan, null when it never was
/// @param clearDaysNeeded on the forward plan: 28 for a key decision, else none
/// @param clearDaysGiven between first publication and the day it is decided, neither counted
/// @param generalExceptionOn when the scrutiny chair was told, null when not
/// @param specialUrgencyAgreed whether the scrutiny chair had agreed by the day it is decided
/// @param inTime whether any of the three ways holds, or none is needed
public record KeyNotice(
        boolean key,
        @Nullable LocalDate publishedOn,
        int clearDaysNeeded,
        int clearDaysGiven,
        @Nullable LocalDate generalExceptionOn,
        boolean specialUrgencyAgreed,
        boolean inTime) {

    /// Regulation 9.
    public static final int CLEAR_DAYS_ON_THE_PLAN = 28;

    /// Regulation 10.
    public static final int CLEAR_DAYS_OF_GENERAL_EXCEPTION = 5;

    /// What was done by way of notice.
    ///
    /// @param publishedOn null when it never was on the forward plan
    /// @param generalExceptionOn when the scrutiny chair was told, null when not
    /// @param specialUrgencyAgreedOn when the scrutiny chair agreed, null when not
    public record Given(
            @Nullable LocalDate publishedOn,
            @Nullable LocalDate generalExceptionOn,
            @Nullable LocalDate specialUrgencyAgreedOn) {

        /// A key decision that nobody was told of.
        public static final Given NONE = new Given(null, null, null);
    }

    /// With every day of the calendar counted.
    ///
    /// @param heldOn the day it is decided
    public static KeyNotice judged(boolean key, Given given, LocalDate heldOn) {
        return judged(key, given, heldOn, ClearDays.CALENDAR);
    }

    /// @param heldOn the day it is decided
    /// @param counted which days count
    public static KeyNotice judged(boolean key, Given given, LocalDate heldOn, ClearDays counted) {
        int onThePlan = clearDays(given.publishedOn, heldOn, counted);
        boolean agreed =
                given.specialUrgencyAgreedOn != null
                        && !given.specialUrgencyAgreedOn.isAfter(heldOn);
        return new KeyNotice(
                key,
                given.publishedOn,
                key ? CLEAR_DAYS_ON_THE_PLAN : 0,
                onThePlan,
                given.generalExceptionOn,
                agreed,
                !key
                        || agreed
                        || onThePlan >= CLEAR_DAYS_ON_THE_PLAN
                        || clearDays(given.generalExceptionOn, heldOn, counted)
                                >= CLEAR_DAYS_OF_GENERAL_EXCEPTION);
    }

    /// The same notice, of a matter whose value makes it key whatever the forward plan said.
    ///
    /// @param counted which days count
    public KeyNotice asKey(LocalDate heldOn, ClearDays counted) {
        return judged(
                true,
                new Given(publishedOn, generalExceptionOn, specialUrgencyAgreed ? heldOn : null),
                heldOn,
                counted);
    }

    /// No notice gives no days, and neither does one on the day.
    private static int clearDays(
            @Nullable LocalDate noticedOn, LocalDate heldOn, ClearDays counted) {
        return noticedOn == null ? 0 : Math.max(0, counted.between(noticedOn, heldOn));
    }
}
