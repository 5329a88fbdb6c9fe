package locality.governance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import locality.platform.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theFloorPlanHolds() {
        ArchitectureRules.check("locality.governance");
    }

    @Test
    void theRulesKnowNoFramework() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "locality.governance.authority",
                        "locality.governance.voting",
                        "locality.governance.validity")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..", "java.sql..")
                .because("who may decide is a rule, whatever it is stored in or served by")
                .check(
                        new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages("locality.governance"));
    }
}
