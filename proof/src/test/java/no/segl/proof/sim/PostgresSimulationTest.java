package no.segl.proof.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same histories on the product's own store. {@code ./segl sim --postgres} runs many more of
 * them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresSimulationTest {

    private PostgresHouse house;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        house = PostgresHouse.start(folder);
    }

    @AfterAll
    void stop() {
        house.close();
    }

    /** Every promise is held on the tables after each step, too. */
    @Test
    void oneHistoryComesToOneLedgerOnMemoryAndOnPostgres() {
        for (long seed = 7; seed <= 8; seed++) {
            History history = Drawing.brief(seed);
            Likeness onMemory = new Likeness();
            Likeness onTables = new Likeness();
            Run memory = new Run(history, new Rulings(), onMemory::take, MemoryPost::new);
            Run tables = new Run(history, new Rulings(), onTables::take, house::make);

            assertThat(tables.go()).isEqualTo(memory.go());
            assertThat(onMemory.unlike(onTables)).as("seed " + seed).isEmpty();
            assertThat(onTables.size()).isGreaterThan(500);
            assertThat(tables.letters()).isEqualTo(memory.letters());
        }
    }

    @Test
    void aBrokenRuleIsCaughtOnPostgres() {
        Run run = new Run(Drawing.brief(1), Mutant.CASE_UNHEARD.rulings(), _ -> {}, house::make);

        assertThatThrownBy(run::go).isInstanceOf(Broken.class).hasMessageContaining("hears");
    }

    @Test
    void otherWordsAreNotAlike() {
        Likeness one = new Likeness();
        Likeness other = new Likeness();
        new Run(Drawing.brief(1), new Rulings(), one::take, MemoryPost::new).go();
        new Run(Drawing.brief(2), new Rulings(), other::take, MemoryPost::new).go();

        assertThat(one.unlike(other)).get().asString().contains("Entry 1 of chain");
    }
}
