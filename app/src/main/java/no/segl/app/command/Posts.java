package no.segl.app.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.segl.app.store.Postage;
import no.segl.core.id.OrgNumber;
import no.segl.core.print.PostalAddress;
import no.segl.core.print.PrintOrder.Route;
import no.segl.core.register.Address;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Enters where units get post, and how what they send goes on paper. */
final class Posts {

    private static final Set<String> PAPER = Set.of("printer", "by-hand", "none");

    private final Postage postage;

    Posts(JdbcClient jdbc) {
        this.postage = new Postage(jdbc);
    }

    /**
     * A postal address.
     *
     * @param country {@code NO} unless it says otherwise
     */
    record Line(List<String> lines, String postcode, String city, Optional<String> country) {

        private Address address() {
            return new Address(lines, postcode, city, country.orElse("NO"));
        }

        @Override
        public String toString() {
            return "Line[]";
        }
    }

    void enter(OrgNumber unit, Optional<Line> post, Optional<String> paper) {
        post.ifPresent(line -> postage.enter(unit, line.address()));
        paper.ifPresent(how ->
                postage.allow(
                        unit,
                        switch (how) {
                            case "printer" -> Optional.of(Route.PRINTER);
                            case "by-hand" -> Optional.of(Route.BY_HAND);
                            default -> Optional.empty();
                        }));
    }

    /** Its message says whose it is, and never the address. */
    static void check(Optional<Line> post, Optional<String> paper, String name, String whose)
            throws IOException {
        if (post.isPresent()) {
            Address address = post.get().address();
            Optional<PostalAddress.Fault> fault =
                    PostalAddress.of(
                                    name,
                                    address.lines(),
                                    address.postcode(),
                                    address.city(),
                                    address.country())
                            .fault();
            if (fault.isPresent()) {
                throw new IOException(
                        "the post of " + whose + " cannot stand on an envelope: " + fault.get());
            }
        }
        if (paper.isPresent() && !PAPER.contains(paper.get())) {
            throw new IOException("the paper of " + whose + " must be printer, by-hand or none");
        }
    }
}
