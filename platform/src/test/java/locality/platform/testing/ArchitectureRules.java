package locality.platform.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.core.Response;
import java.util.List;
import locality.platform.http.Idempotent;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// The floor plan's rules, each with its reason. A service checks itself with
/// `ArchitectureRules.check("locality.budget")`, the platform with [#checkPlatform].
public final class ArchitectureRules {

    private ArchitectureRules() {}

    public static void check(String basePackage) {
        var classes = classesOf(basePackage);
        checkAll(basePackage, classes);
        onlyTheEdgeSeesHttp(classes);
        whatIsProjectedIsNotRefused(classes);
    }

    /// The platform is held to the same, except that two of its packages are an edge as a whole.
    public static void checkPlatform() {
        var classes = classesOf("locality.platform");
        checkAll("locality.platform", classes);
        onlyTheEdgeSeesHttp(
                classes.that(
                        not(
                                resideInAnyPackage(
                                        "locality.platform.http", "locality.platform.refusal"))));
    }

    private static JavaClasses classesOf(String basePackage) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(basePackage);
    }

    private static void checkAll(String basePackage, JavaClasses classes) {
        featuresHaveNoCycles(basePackage, classes);
        everyEndpointIsPublic(classes);
        everyEndpointDeclaresItsRoles(classes);
        everyEndpointSaysWhatItDoes(classes);
        whatIsDoneOnceAnswersWithAResponse(classes);
        nobodyAsksTheTimeButTheClock(classes);
        noServiceKnowsAnother(basePackage, classes);
    }

    private static void featuresHaveNoCycles(String basePackage, JavaClasses classes) {
        slices().matching(basePackage + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a feature is read on its own")
                .allowEmptyShould(true)
                .check(classes);
    }

    private static void onlyTheEdgeSeesHttp(JavaClasses classes) {
        noClasses()
                .that()
                .haveNameNotMatching(".*(Resource|Page|Pages|EventFeed)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs..")
                .because("the edge translates, the rule stands in the aggregate")
                .allowEmptyShould(true)
                .check(classes);
    }

    private static void everyEndpointIsPublic(JavaClasses classes) {
        methods()
                .that(areEndpoints())
                .should()
                .bePublic()
                .because("any other is left out of the service without a word, and answers 404")
                .allowEmptyShould(true)
                .check(classes);
    }

    private static void everyEndpointDeclaresItsRoles(JavaClasses classes) {
        methods()
                .that(areEndpoints())
                .should(
                        have(
                                "declared roles",
                                method ->
                                        method.isAnnotatedWith(RolesAllowed.class)
                                                || method.isAnnotatedWith(PermitAll.class)))
                .because("what is not allowed by name is refused")
                .allowEmptyShould(true)
                .check(classes);
    }

    private static void everyEndpointSaysWhatItDoes(JavaClasses classes) {
        methods()
                .that(areEndpoints())
                .should(have("a summary", method -> method.isAnnotatedWith(Operation.class)))
                .because("a partner reads the OpenAPI document, not this code")
                .allowEmptyShould(true)
                .check(classes);
    }

    private static void whatIsDoneOnceAnswersWithAResponse(JavaClasses classes) {
        methods()
                .that()
                .areAnnotatedWith(Idempotent.class)
                .should()
                .haveRawReturnType(Response.class)
                .because("a repeat is given the first answer, status and headers and all")
                .allowEmptyShould(true)
                .check(classes);
    }

    private static void nobodyAsksTheTimeButTheClock(JavaClasses classes) {
        noClasses()
                .should()
                .callMethodWhere(
                        DescribedPredicate.describe(
                                "the target is a now() of java.time, with whatever arguments",
                                call ->
                                        call.getTarget().getName().equals("now")
                                                && call.getTargetOwner()
                                                        .getPackageName()
                                                        .startsWith("java.time")))
                .because("a test says what time it is, and BusinessClock whose day it is")
                .allowEmptyShould(true)
                .check(classes);
    }

    private static void whatIsProjectedIsNotRefused(JavaClasses classes) {
        noClasses()
                .that()
                .resideInAPackage("locality.reporting.projection..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("locality.platform.refusal..")
                .because("what another service tells has happened; there is nobody to refuse it to")
                .allowEmptyShould(true)
                .check(classes);
    }

    private static void noServiceKnowsAnother(String basePackage, JavaClasses classes) {
        var others =
                List.of("governance", "budget", "intervention", "reporting").stream()
                        .map(service -> "locality." + service)
                        .filter(other -> !other.equals(basePackage))
                        .map(other -> other + "..")
                        .toArray(String[]::new);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .because("services talk only over topics")
                .allowEmptyShould(true)
                .check(classes);
    }

    private static DescribedPredicate<JavaMethod> areEndpoints() {
        return DescribedPredicate.describe(
                "are endpoints",
                method ->
                        List.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class)
                                .stream()
                                .anyMatch(method::isAnnotatedWith));
    }

    private static ArchCondition<JavaMethod> have(
            String what, java.util.function.Predicate<JavaMethod> holds) {
        return new ArchCondition<>("have " + what) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                events.add(
                        new SimpleConditionEvent(
                                method,
                                holds.test(method),
                                "%s in %s has not %s"
                                        .formatted(
                                                method.getName(),
                                                simpleName(method.getOwner()),
                                                what)));
            }
        };
    }

    private static String simpleName(JavaClass type) {
        return type.getSimpleName();
    }
}
