package locality.platform.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import locality.platform.money.FinancialYear;
import org.jspecify.annotations.Nullable;

@Converter(autoApply = true)
class FinancialYearConverter implements AttributeConverter<FinancialYear, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable FinancialYear year) {
        return year == null ? null : year.toString();
    }

    @Override
    public @Nullable FinancialYear convertToEntityAttribute(@Nullable String stored) {
        return stored == null ? null : FinancialYear.parse(stored);
    }
}
