package locality.platform.http;

import jakarta.interceptor.InterceptorBinding;
import jakarta.transaction.Transactional;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A POST that changes state: done once per `Idempotency-Key` and caller.
///
/// The whole method runs in one transaction, and the key is stored in it together with the answer:
/// effect and answer are kept together or not at all. The same key with the same body gets the
/// first answer again, with another body a 422; a failure releases the key; two at the same moment
/// wait for each other. The method answers with a `Response`, so that a repeat can be given the
/// first one.
@Transactional(rollbackOn = Exception.class)
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

    /// Whether a request without a key is refused, as for bulk commands and imports.
    @jakarta.enterprise.util.Nonbinding
    boolean keyRequired() default false;
}
