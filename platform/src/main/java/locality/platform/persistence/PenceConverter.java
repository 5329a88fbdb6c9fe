package locality.platform.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;

@Converter(autoApply = true)
class PenceConverter implements AttributeConverter<Pence, Long> {

    @Override
    public @Nullable Long convertToDatabaseColumn(@Nullable Pence amount) {
        return amount == null ? null : amount.value();
    }

    @Override
    public @Nullable Pence convertToEntityAttribute(@Nullable Long stored) {
        return stored == null ? null : Pence.of(stored);
    }
}
