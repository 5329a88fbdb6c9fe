package locality.reporting.page;

import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import locality.platform.time.BusinessClock;
import locality.reporting.dashboard.Validity;
import locality.reporting.governance.Governance.Link;

/// How values are written on a page.
@TemplateExtension
final class Formats {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm:ss", Locale.UK)
                    .withZone(BusinessClock.UNITED_KINGDOM);

    private Formats() {}

    /// For a column whose head says £: `32,671,000`, `(1,234.50)` when negative.
    static String pounds(Pence pence) {
        var pattern = pence.value() % 100 == 0 ? "#,##0" : "#,##0.00";
        var format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.UK));
        var written = format.format(BigDecimal.valueOf(pence.value()).movePointLeft(2).abs());
        return pence.isNegative() ? "(" + written + ")" : written;
    }

    /// In a sentence: `£32,671,000`, `-£1,234.50`.
    static String sterling(Pence pence) {
        return pence.isNegative() ? "-£" + pounds(pence.negated()) : "£" + pounds(pence);
    }

    static String inWords(LocalDate day) {
        return DAY.format(day);
    }

    /// The month of a day: `June 2018`.
    static String month(LocalDate day) {
        return MONTH.format(day);
    }

    static String inWords(Instant moment) {
        return MOMENT.format(moment);
    }

    /// What a body is to another beside its place in the structure.
    static String inWords(Link link) {
        return switch (link.kind()) {
            case "ADVISES" -> "Advises " + link.to();
            case "SOUNDING_BOARD" -> "Sounding board of " + link.to();
            default -> "Also accountable to " + link.to();
        };
    }

    /// `PENDING_APPROVAL` as `Pending approval`.
    static String label(String code) {
        var words = code.replace('_', ' ').toLowerCase(Locale.UK);
        return words.isEmpty()
                ? words
                : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /// A validity code in words.
    static String validity(String code) {
        return Validity.inWords(code);
    }

    static String variation(String variation) {
        return switch (variation) {
            case "improvement_high" -> "Improvement, higher";
            case "improvement_low" -> "Improvement, lower";
            case "concern_high" -> "Concern, higher";
            case "concern_low" -> "Concern, lower";
            case "neutral_high" -> "Changed, higher";
            case "neutral_low" -> "Changed, lower";
            default -> "Common cause";
        };
    }

    static String assurance(String assurance) {
        return switch (assurance) {
            case "pass" -> "Consistently met";
            case "fail" -> "Consistently missed";
            default -> "Hit or miss";
        };
    }

    /// The tag's colour; the tag's words say the same.
    static String tagColour(String state) {
        return switch (state) {
            case "IN_EFFECT",
                    "RATIFIED",
                    "OPEN",
                    "LIVE",
                    "FULL",
                    "ESTABLISHED",
                    "ACCEPTED",
                    "IMPLEMENTED",
                    "COMPLETE",
                    "RESOLVED",
                    "IN_FORCE",
                    "PASSED",
                    "IN_CONTRACT",
                    "ACHIEVED",
                    "AGREED",
                    "PART_DISCHARGED",
                    "MADE" ->
                    "green";
            case "PENDING_APPROVAL",
                    "PROPOSED",
                    "TABLED",
                    "PARTIAL",
                    "DEFERRED",
                    "REFERRED",
                    "CALLED_IN",
                    "RAISED",
                    "PARTLY_ACCEPTED",
                    "IN_REVIEW",
                    "FOR_RATIFICATION",
                    "FOR_DECISION",
                    "PASSED_WITH_CONDITIONS" ->
                    "yellow";
            case "INVALID",
                    "REJECTED",
                    "LAPSED",
                    "LOST",
                    "CANCELLED",
                    "RESCINDED",
                    "NOT_ACCEPTED",
                    "NOT_PASSED",
                    "TERMINATED",
                    "REFUSED",
                    "ESCALATED",
                    "MATERIALISED" ->
                    "red";
            case "APPROVED",
                    "MOBILISING",
                    "BRIEFED",
                    "EVALUATING",
                    "SHADOW",
                    "PLANNED",
                    "DUE_DILIGENCE",
                    "LISTED",
                    "CONDUCTED",
                    "DRAFT_SHARED",
                    "IN_PROGRESS" ->
                    "blue";
            default -> "grey";
        };
    }

    /// The document and section, the formula, or that it is made up.
    static String source(Provenance provenance) {
        return switch (provenance.kind()) {
            case STATED -> provenance.document() + ", " + provenance.section();
            case DERIVED -> String.valueOf(provenance.formula());
            case ILLUSTRATIVE -> "Made up to show how it works";
        };
    }

    static String mark(Provenance provenance) {
        return label(provenance.kind().name());
    }
}
