package locality.budget.line;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.List;
import locality.budget.planversion.PlannedLine;
import locality.platform.http.Csv;
import org.jspecify.annotations.Nullable;

/// What a Better Care Fund plan says of a scheme beside its money. All of it is optional, and a
/// sheet that lacks one of the columns leaves what was said before.
///
/// @param schemeType the type of scheme, as the national template lists them
/// @param description what it does
/// @param status whether it is new or was there before
/// @param plannedUnits how much it delivers in the year, never negative, with `unit` alone
/// @param unit what is counted, as in `Packages` or `Hours of care`
/// @param useOfFund which of the uses its fund names it serves
@Embeddable
record LineDetails(
        @Nullable String schemeType,
        @Nullable String description,
        @Enumerated(EnumType.STRING) @Nullable SchemeStatus status,
        @Nullable BigDecimal plannedUnits,
        @Nullable String unit,
        @Nullable String useOfFund) {

    static final LineDetails NONE = new LineDetails(null, null, null, null, null, null);

    static final List<String> COLUMNS =
            List.of("schemeType", "description", "status", "plannedUnits", "unit", "use");

    private static final int LONGEST = 2000;
    private static final BigDecimal MOST_UNITS = new BigDecimal("999999999999");
    private static final int DECIMALS = 4;

    LineDetails {
        plannedUnits = plannedUnits == null ? null : plain(plannedUnits);
    }

    static LineDetails read(Csv.Row row) {
        return new LineDetails(
                row.optional("schemeType", LineDetails::text),
                row.optional("description", LineDetails::text),
                row.optional("status", SchemeStatus.class),
                row.optional("plannedUnits", LineDetails::units),
                row.optional("unit", LineDetails::text),
                row.optional("use", LineDetails::text));
    }

    /// What a plan says of the scheme.
    static LineDetails of(PlannedLine planned) {
        var status = planned.status();
        return new LineDetails(
                planned.schemeType(),
                planned.description(),
                status == null ? null : SchemeStatus.valueOf(status),
                planned.plannedUnits(),
                planned.unit(),
                planned.use());
    }

    /// What the row says where its sheet has the column, and what was said before where it has not.
    LineDetails over(LineDetails before, Csv.Row row) {
        return new LineDetails(
                row.has("schemeType") ? schemeType : before.schemeType,
                row.has("description") ? description : before.description,
                row.has("status") ? status : before.status,
                row.has("plannedUnits") ? plannedUnits : before.plannedUnits,
                row.has("unit") ? unit : before.unit,
                row.has("use") ? useOfFund : before.useOfFund);
    }

    /// Notes what is wrong with the row against the uses that its fund names.
    void check(Csv.Row row, List<String> uses) {
        if ((plannedUnits == null) != (unit == null)) {
            row.fault(
                    plannedUnits == null ? "plannedUnits" : "unit",
                    "is empty: planned units and what is counted are said together");
        }
        if (useOfFund != null && !uses.contains(useOfFund)) {
            row.fault(
                    "use",
                    uses.isEmpty()
                            ? "\"%s\": the fund names no uses".formatted(useOfFund)
                            : "\"%s\" is not one of the fund's uses: %s"
                                    .formatted(useOfFund, String.join("; ", uses)));
        }
        if (useOfFund == null && !uses.isEmpty()) {
            row.fault("use", "is empty; the fund's uses are: " + String.join("; ", uses));
        }
    }

    private static String text(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("longer than %d characters".formatted(LONGEST));
        }
        return text;
    }

    private static BigDecimal units(String text) {
        try {
            var units = plain(new BigDecimal(text));
            if (units.signum() < 0 || units.compareTo(MOST_UNITS) > 0 || units.scale() > DECIMALS) {
                throw new IllegalArgumentException(
                        "units are 0 to %s, with %d decimals at most"
                                .formatted(MOST_UNITS.toPlainString(), DECIMALS));
            }
            return units;
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("is not a number", notANumber);
        }
    }

    /// 12, 12.0 and 12.000 are one figure, and are written 12.
    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
