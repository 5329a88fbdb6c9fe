package locality.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordSchemaTest {

    record Paid(UUID paymentId, Pence amountPence, @Nullable String description, List<Part> parts) {
        record Part(@Nullable Pence amountPence) {}
    }

    record Timed(ZonedDateTime at) {}

    private static final String COMMITTED =
            """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": "urn:locality:schema:test.paid.v1",
              "title": "Paid",
              "description": "Something was paid.",
              "type": "object",
              "properties": {
                "paymentId": {"description": "Which.", "type": "string", "format": "uuid"},
                "amountPence": {
                  "description": "Pence.", "type": "integer", "format": "int64", "minimum": 1
                },
                "description": {"description": "Words.", "type": ["string", "null"]},
                "parts": {
                  "description": "All.", "type": "array", "items": {"$ref": "#/$defs/part"}
                }
              },
              "required": ["paymentId", "amountPence", "parts"],
              "additionalProperties": true,
              "$defs": {
                "part": {
                  "description": "One.",
                  "type": "object",
                  "properties": {
                    "amountPence": {
                      "description": "Pence.", "type": ["integer", "null"], "format": "int64"
                    }
                  },
                  "required": [],
                  "additionalProperties": true
                }
              }
            }
            """;

    private final ObjectNode skeleton = RecordSchema.of("test.paid.v1", Paid.class);

    @Test
    void acceptsASchemaThatSaysMoreThanTheRecord() {
        assertThat(RecordSchema.differences(skeleton, Schemas.parse(COMMITTED))).isEmpty();
    }

    @Test
    void namesAFieldThatTheSchemaLacksOrHasTooMuch() {
        var renamed = COMMITTED.replace("\"paymentId\": {", "\"payment\": {");

        assertThat(RecordSchema.differences(skeleton, Schemas.parse(renamed)))
                .anyMatch(said -> said.startsWith("/properties/paymentId is missing"))
                .contains("/properties/payment is not in the record");
    }

    @Test
    void namesAnotherTypeAndAnotherRequiredSet() {
        var changed =
                COMMITTED
                        .replace("\"format\": \"uuid\"", "\"format\": \"uri\"")
                        .replace("\"paymentId\", ", "");

        assertThat(RecordSchema.differences(skeleton, Schemas.parse(changed)))
                .containsExactly(
                        "/properties/paymentId/format is \"uri\" and should be \"uuid\"",
                        "/required is [\"amountPence\",\"parts\"] and should be"
                                + " [\"paymentId\",\"amountPence\",\"parts\"]");
    }

    @Test
    void asksForWords() {
        var silent = COMMITTED.replace("\"description\": \"Which.\", ", "");

        assertThat(RecordSchema.differences(skeleton, Schemas.parse(silent)))
                .containsExactly(
                        "/properties/paymentId/description is empty: say what it is, and its unit");
    }

    @Test
    void completesASchemaAndKeepsItsWords() {
        var outdated =
                COMMITTED
                        .replace("\"paymentId\": {", "\"payment\": {")
                        .replace("\"format\": \"int64\", \"minimum\"", "\"minimum\"");

        var whole = RecordSchema.complete(skeleton, Schemas.parse(outdated));

        assertThat(RecordSchema.differences(skeleton, whole))
                .containsExactly(
                        "/properties/paymentId/description is empty: say what it is, and its unit");
        assertThat(whole.at("/properties/amountPence/minimum").asInt()).isEqualTo(1);
        assertThat(whole.at("/properties/payment").isMissingNode()).isTrue();
        assertThat(whole.at("/properties/description/description").asText()).isEqualTo("Words.");
    }

    @Test
    void refusesATypeThatHasNoAgreedForm() {
        assertThatThrownBy(() -> RecordSchema.of("test.timed.v1", Timed.class))
                .hasMessageContaining("ZonedDateTime");
    }
}
