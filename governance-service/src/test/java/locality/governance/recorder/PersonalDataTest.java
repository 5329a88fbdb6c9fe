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
                "+44 (0)161 234 5678",
                "ring 0161 234 5678ext 12",
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
                "Paper 10.03.2014",
                "on 01-02-2018 12:00, then on 05 06 2018 10 30",
                "0 10 20 30 40 50 60",
                "0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10",
                "+£1 250 000 000; £0 of £120,000,000",
                "MCR-HWBB-2014-05-14/3/A1",
                "01990000-1234-7abc-8000-000000000000"
            })
    void aPostADateAndAFigureAreNot(String text) {
        assertThatCode(() -> PersonalData.requireNone("title", text)).doesNotThrowAnyException();
    }
}
