package no.segl.app.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import no.segl.app.login.Machine;
import no.segl.app.login.Scopes;
import no.segl.app.office.Proofs;
import no.segl.app.store.SentLetters;
import no.segl.app.store.Units;
import no.segl.core.id.LetterId;
import no.segl.core.letter.Language;
import no.segl.core.letter.Side;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The proof of what has happened to a letter, for its sender. */
@RestController
final class LetterProofController {

    private final Refusals refusals;
    private final SentLetters sent;
    private final Units units;
    private final Proofs proofs;

    LetterProofController(Refusals refusals, SentLetters sent, Units units, Proofs proofs) {
        this.refusals = refusals;
        this.sent = sent;
        this.units = units;
        this.proofs = proofs;
    }

    @GetMapping("/api/v1/letters/{id}/proof")
    ResponseEntity<byte[]> proof(
            @PathVariable String id, HttpServletRequest request, Machine machine)
            throws IOException {
        refusals.require(machine, Scopes.STATUS);
        SentLetters.Row letter =
                LetterId.parse(id)
                        .flatMap(sent::find)
                        .filter(row -> units.lineage(row.sender()).isWithin(machine.organisation()))
                        .orElseThrow(() -> new ApiProblem(Problem.NOT_FOUND));
        Language own = Language.parse(letter.language()).orElse(Language.NB);
        byte[] proof = proofs.of(letter, Side.SENDER, AcceptLanguage.of(request, own));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(Proofs.fileName(letter))
                                .build()
                                .toString())
                .body(proof);
    }
}
