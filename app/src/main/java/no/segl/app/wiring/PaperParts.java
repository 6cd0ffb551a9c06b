package no.segl.app.wiring;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import no.segl.app.connect.printer.PaperMaker;
import no.segl.app.connect.printer.Printer;
import no.segl.app.connect.printer.SftpPrinter;
import no.segl.app.login.Levels;
import no.segl.app.office.PostOffice;
import no.segl.app.office.PrintRoom;
import no.segl.app.office.Typesetter;
import no.segl.app.store.Changes;
import no.segl.app.store.DuePrints;
import no.segl.app.store.Postage;
import no.segl.app.store.PrintQueue;
import no.segl.app.store.Situations;
import no.segl.app.store.Troubles;
import no.segl.app.work.Prints;
import no.segl.core.print.Printability;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The parts that put letters on paper. */
@Configuration(proxyBeanMethods = false)
class PaperParts {

    /** How much of a letter is kept in memory while its print file is made, in bytes. */
    private static final long MEMORY = 16 << 20;

    /** How much room a letter may take meanwhile, in bytes; what is not in memory lies sealed. */
    private static final long ROOM = 1L << 30;

    /** The line to the printing house, if there is one. */
    record PrinterLine(Optional<SftpPrinter> sftp) implements AutoCloseable {

        @Override
        public void close() {
            sftp.ifPresent(SftpPrinter::close);
        }
    }

    @Bean
    PrinterLine printerLine(Settings settings) throws IOException {
        return new PrinterLine(
                settings.printer().isPresent()
                        ? Optional.of(new SftpPrinter(settings.printer().get().sftp()))
                        : Optional.empty());
    }

    @Bean
    Postage postage(JdbcClient jdbc) {
        return new Postage(jdbc);
    }

    @Bean
    PrintQueue printQueue(JdbcClient jdbc) {
        return new PrintQueue(jdbc);
    }

    @Bean
    DuePrints duePrints(JdbcClient jdbc) {
        return new DuePrints(jdbc);
    }

    @Bean
    Typesetter typesetter(PostOffice.Parts parts, Postage postage, Settings settings) {
        return new Typesetter(
                parts,
                postage,
                new PaperMaker(
                        new DataFolder.Place(settings.data()).path().resolve("spool"),
                        settings.printer()
                                .map(Settings.Printing::limits)
                                .orElse(
                                        new Printability.Limits(
                                                Printability.Limits.MOST_SHEETS, true)),
                        MEMORY,
                        ROOM));
    }

    @Bean
    PrintRoom printRoom(
            PostOffice.Parts parts, Typesetter typesetter, DuePrints due, Levels levels) {
        return new PrintRoom(parts, typesetter, due, levels.content());
    }

    @Bean
    Prints prints(
            DuePrints due,
            Changes changes,
            Situations situations,
            Typesetter typesetter,
            PrinterLine line,
            Troubles troubles,
            InstantSource clock) {
        return new Prints(
                new Prints.Parts(
                        due,
                        changes,
                        situations,
                        typesetter,
                        line.sftp().map(Printer.class::cast),
                        troubles,
                        clock));
    }
}
