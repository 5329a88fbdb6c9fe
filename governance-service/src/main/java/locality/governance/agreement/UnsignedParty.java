package locality.governance.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import locality.platform.http.Csv;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A party that has yet to give something to a version.
///
/// @param version its number, the latest
/// @param unsigned the posts that are to sign and have not; empty when any post may
/// @param signedVersion the latest other version that it signed, null when it signed none
/// @param reviewBy the last day by which it is to have reviewed it
@Schema(name = "UnsignedParty")
record UnsignedParty(
        String agreement,
        String title,
        AgreementKind kind,
        int version,
        String label,
        VersionState state,
        Approval approval,
        String organisation,
        Capacity capacity,
        Set<Lack> lacks,
        List<String> unsigned,
        @Nullable Integer signedVersion,
        @Nullable LocalDate reviewBy,
        Locality locality) {

    private static final List<String> COLUMNS =
            List.of(
                    "agreement",
                    "title",
                    "kind",
                    "version",
                    "label",
                    "state",
                    "approval",
                    "organisation",
                    "capacity",
                    "lacks",
                    "unsigned",
                    "signedVersion",
                    "reviewBy",
                    "locality");

    static UnsignedParty of(AgreementView agreement, Outstanding party) {
        var latest = agreement.versions().getLast();
        return new UnsignedParty(
                agreement.reference(),
                agreement.title(),
                agreement.kind(),
                latest.number(),
                latest.label(),
                latest.state(),
                latest.approval(),
                party.organisation(),
                party.capacity(),
                party.lacks(),
                party.unsigned(),
                party.signedVersion(),
                latest.reviewBy(),
                agreement.locality());
    }

    String cursor() {
        return agreement + "|" + organisation;
    }

    static String csv(List<UnsignedParty> rows) {
        return Csv.write(COLUMNS, rows.stream().map(UnsignedParty::cells).toList());
    }

    private List<@Nullable Object> cells() {
        var cells =
                new ArrayList<@Nullable Object>(
                        List.of(
                                agreement,
                                title,
                                kind,
                                version,
                                label,
                                state,
                                approval,
                                organisation,
                                capacity,
                                lacks.stream().map(Enum::name).collect(Collectors.joining(";")),
                                String.join(";", unsigned)));
        cells.add(signedVersion);
        cells.add(reviewBy);
        cells.add(locality.code());
        return cells;
    }
}
