package no.segl.proof.demo;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Tells whoever started the demo where to look, and as whom to log in. */
final class Guide {

    private final PrintWriter out;
    private final World world;
    private final URI home;
    private final Issuer issuer;

    Guide(PrintWriter out, World world, URI home, Issuer issuer) {
        this.out = out;
        this.world = world;
        this.home = home;
        this.issuer = issuer;
    }

    void print(Path data, int letters, Optional<URI> desk) {
        out.println();
        out.println("Segl is at " + home);
        out.println();
        out.println("Log in as one of these (a page offers them; nothing to type):");
        for (World.Person person : world.persons()) {
            out.printf("  %-14s %s%n", person.name(), person.role().in(Language.EN));
        }
        out.println();
        out.println("Try this:");
        out.println("  1. Log in as Rolig Måke. The inbox holds letters about child welfare.");
        out.println("     Open one and read its PDF.");
        out.println(
                "  2. Copy the letter's address, log out, log in as Stødig Furu (the municipal");
        out.println("     director) and open it: refused, although it is the director.");
        out.println("  3. Log in as Våken Ugle at the police and look at Sendt: what was opened,");
        out.println("     what was refused, and what nobody has opened (the law firm).");
        out.println(
                "  4. Log in as Stødig Furu again and look at Tilganger: give somebody access,");
        out.println("     and end all that Rolig Måke has.");
        out.println("  5. As either of them, look at Oppfølging: the letters that need a person.");
        out.println(
                "  6. As Stødig Furu, require two persons (Tilganger, To personer), ask for access");
        out.println("     for somebody, and approve it as Trygg Gran.");
        out.println(
                "  7. As Våken Ugle, look at Kontroller: was last week's control done, by whom,");
        out.println("     and what was found? Do the one that is to be done today.");
        out.println("  8. Nobody at the law firm can open anything. On Segl's front page, log in");
        out.println("     with a key role, as Trygg Eik: give yourself access, and open.");
        out.println();
        desk.ifPresentOrElse(this::clock, this::noClock);
        out.println();
        out.println(letters + " letters have been sent. None is opened before somebody opens it.");
        out.println();
        out.println("Send one yourself, as the police's case system:");
        out.println("  TOKEN=$(curl -s " + issuer.machineIssuer() + "/token \\");
        out.println(
                "    -d grant_type=client_credentials -d client_id="
                        + Fjordvik.POLICE_CLIENT
                        + " \\");
        out.println("    -d client_secret=" + Demo.SECRET + " -d 'scope=segl:send segl:status' \\");
        out.println("    | tr -d '\\n' | sed 's/.*\"access_token\" *: *\"\\([^\"]*\\)\".*/\\1/')");
        out.println("  curl " + home + "/api/v1/dispatches -H \"Authorization: Bearer $TOKEN\" \\");
        out.println("    -H \"Idempotency-Key: friday-1\" -F file=@FILE.pdf \\");
        out.println(
                "    -F 'dispatch={\"sender\":\""
                        + Fjordvik.POLICE
                        + "\",\"recipients\":[\""
                        + Fjordvik.CHILD_WELFARE
                        + "\"],");
        out.println("      \"category\":\"CHILD_WELFARE\",\"title\":\"Brev til barnevernet\"}'");
        out.println("Ask what lies unopened:");
        out.println("  SEGL_API_URL=" + home + " SEGL_API_TOKEN=$TOKEN ./segl letters --unopened");
        out.println();
        out.println("Data, vault and keys: " + data);
        out.println("Stop it with Ctrl-C; start it again and it goes on. Anew: --fresh");
    }

    private void clock(URI desk) {
        out.println("The clock, everybody's e-mail and the printing house are at " + desk);
        out.println("  Move time forward there, look by look, and follow what nobody can open, at");
        out.println(
                "  the law firm: notices, a case, paper. Print and post it; then, as Våken Ugle");
        out.println("  in Sendt, see that it is closed, and download the proof.");
    }

    private void noClock() {
        out.println("To move time forward, and see each mail and the paper: ./segl demo --clock");
    }
}
