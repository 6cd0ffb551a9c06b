package no.segl.app.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house against every wall. */
class WallsTest {

    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("no.segl");

    @Test
    void theWholeHouseIsLookedAt() {
        assertThat(HOUSE.contain("no.segl.core.id.LetterId")).isTrue();
        assertThat(HOUSE.contain("no.segl.app.walls.WallsTest")).isFalse();
        assertThat(HOUSE.containPackage("no.segl.app")).isTrue();
    }

    @TestFactory
    Stream<DynamicTest> everyWallStands() {
        return Stream.concat(CoreWalls.all().stream(), AppWalls.all().stream())
                .map(wall ->
                        DynamicTest.dynamicTest(wall.getDescription(), () -> wall.check(HOUSE)));
    }
}
