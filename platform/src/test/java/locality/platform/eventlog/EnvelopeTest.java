package locality.platform.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import locality.platform.event.Event;
import locality.platform.identifier.Ids;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

    private static final Path DOCUMENT = Path.of("../deploy/docs/asyncapi.yaml");
    private static final Event EVENT = FreshLog.event(Ids.next(), "as documented");
    private static final Envelope ENVELOPE =
            new Envelope(
                    Ids.next().toString(),
                    "governance",
                    Event.typeOf(EVENT.getClass()),
                    EVENT.subjectType(),
                    EVENT.subjectId(),
                    7,
                    EVENT.locality().code(),
                    Instant.parse("2014-05-28T10:00:00Z"),
                    LocalDate.of(2014, 5, 28),
                    Instant.parse("2014-05-28T10:00:00.000123Z"),
                    42,
                    "ab".repeat(32),
                    Envelope.schemaOf(EVENT),
                    "a-request",
                    Ids.next().toString(),
                    "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                    null,
                    "{\"reason\":\"as documented\"}");

    @Test
    void writesTheHeadersThatTheAsyncApiDocumentPromises() throws IOException {
        var promised =
                new YAMLMapper()
                        .readTree(DOCUMENT.toFile())
                        .at("/components/schemas/cloudEventHeaders");
        var written = Envelope.headers(ENVELOPE.toRecord("a-topic").headers());

        var faults =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(promised)
                        .validate(new JsonMapper().valueToTree(written));

        assertThat(faults).isEmpty();
        assertThat(promised.path("properties").fieldNames())
                .toIterable()
                .containsAll(
                        written.keySet().stream().filter(name -> name.startsWith("ce_")).toList());
        assertThat(written).containsEntry("content-type", "application/json");
    }

    @Test
    void readsWhatItWrote() {
        var message = ENVELOPE.toRecord("a-topic");

        assertThat(message.key()).isEqualTo(EVENT.subjectId());
        assertThat(Envelope.of(Envelope.headers(message.headers()), ENVELOPE.data()))
                .isEqualTo(ENVELOPE);
    }

    @Test
    void isNotToBeHadFromForeignHeaders() {
        assertThatThrownBy(() -> Envelope.of(Map.of("ce_id", "x"), "{}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The header ce_source is missing");
    }
}
