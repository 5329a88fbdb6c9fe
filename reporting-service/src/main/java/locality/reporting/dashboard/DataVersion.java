package locality.reporting.dashboard;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import locality.platform.place.Locality;
import locality.reporting.readmodel.Snapshot;

/// What a dashboard is made of, read on a day: the events of its locality and of Greater
/// Manchester, those of organisations, which are named everywhere, what could not be applied, which
/// topics are silent, and which generation of the read models counted them.
public record DataVersion(String told, LocalDate on) {

    private static final String TOLD =
            """
            select l.code, concat_ws('.',
              coalesce(
                (select sum(f.events) from read_model.freshness f where f.locality in (l.code, ?)),
                0),
              (select coalesce(sum(o.told), 0) from read_model.organisation o),
              (select count(*) from parked_event p
               where p.consumer = 'reporting' and p.headers ->> 'ce_locality' = l.code),
              (select string_agg(left(s.topic, 1), '' order by s.topic)
               from (%s) s where s.silent),
              (select left(g.generation_id::text, 8) from read_model.generation g)) as told
            from unnest(?) as l (code)
            """
                    .formatted(FreshnessOf.SILENCE);

    /// The value of an entity tag; a weak one, since a gateway that compresses makes it weak and
    /// the two would no longer be equal.
    public String tag() {
        return told + "-" + on;
    }

    /// What has been told, by the code of each locality.
    public static Map<String, String> told(Snapshot snapshot) {
        var places = Arrays.stream(Locality.values()).map(Locality::code).toArray(String[]::new);
        return snapshot
                .list(
                        TOLD,
                        row -> Map.entry(row.text("code"), row.text("told")),
                        Locality.GREATER_MANCHESTER.code(),
                        places)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
