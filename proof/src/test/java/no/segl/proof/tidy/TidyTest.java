package no.segl.proof.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The whole house against every habit. What each rule means is shown in {@link RulesBiteTest}. */
class TidyTest {

    static final List<Rule> RULES =
            Stream.concat(
                            Stream.of(
                                    Sizes.JAVA_FILE,
                                    Sizes.METHOD,
                                    Sizes.FILE,
                                    PlainText.FINAL_NEWLINE,
                                    PlainText.LINE_ENDS,
                                    PlainText.TABS,
                                    Words.NO_PROMISES,
                                    Words.NO_REGISTRY_HOST,
                                    Words.NO_VAGUE_PACKAGE,
                                    Words.NO_VAGUE_TYPE,
                                    PackageDocs.PRESENT,
                                    PackageDocs.TELLING,
                                    PackageDocs.NULL_MARKED,
                                    new MarkdownLinks()),
                            Calls.ALL.stream())
                    .toList();

    @Test
    void theHouseIsTidy() throws Exception {
        Path root = Path.of(Objects.requireNonNull(System.getProperty("segl.root"), "segl.root"));

        House house = House.at(root);

        assertThat(house.file("pom.xml")).as("the root of the house").isPresent();
        assertThat(house.files()).hasSizeGreaterThan(20);
        assertThat(house.findings(RULES).map(Finding::toString).toList()).isEmpty();
    }
}
