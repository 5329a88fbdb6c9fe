package locality.governance.recorder;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import locality.platform.refusal.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0161 234 5678",
                "(0161) 234-5678",
                "+44 161 234 5678",
                "Tel: 01612345678 (office)",
                "07700 900123"
            })
    void aTelephoneNumberIsRefused(String text) {
        assertThatThrownBy(() -> PersonalData.requireNone("contactPost", text))
                .isInstanceOf(Refusal.class)
                .extracting("code", "operands")
                .containsExactly(
                        "PERSONAL_DATA",
                        Map.of("field", "contactPost", "found", "a telephone number"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b@manchester.gov.uk", "Officer <x@nhs.net>"})
    void anEmailAddressIsRefusedAndNotRepeated(String text) {
        assertThatThrownBy(() -> PersonalData.requireNone("titles", List.of("Chair", text)))
                .hasMessageNotContaining(text)
                .extracting("operands")
                .isEqualTo(Map.of("field", "titles[1]", "found", "an e-mail address"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Director of Public Health",
                "Better Care Fund 2014/15: £32,671,000",
                "from 2014-05-14 to 2015-06-01",
                "2014-05-14 2015-06-01",
                "MCR-BCF-2014-15-C01",
                "NHS Act 2006 section 75; SI 2012/2089",
                "04/06/2014 05/07/2015",
                "Paper 10.03.2014"
            })
    void aPostADateAndAFigureAreNot(String text) {
        assertThatCode(() -> PersonalData.requireNone("title", text)).doesNotThrowAnyException();
    }
}
