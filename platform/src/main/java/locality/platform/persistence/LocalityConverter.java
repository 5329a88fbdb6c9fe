package locality.platform.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

@Converter(autoApply = true)
class LocalityConverter implements AttributeConverter<Locality, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Locality place) {
        return place == null ? null : place.code();
    }

    @Override
    public @Nullable Locality convertToEntityAttribute(@Nullable String stored) {
        return stored == null ? null : Locality.of(stored);
    }
}
