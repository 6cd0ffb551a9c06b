package no.segl.proof.demo;

/** The same words in bokmål, nynorsk and English. */
public record Text(String nb, String nn, String en) {

    public String in(Language language) {
        return switch (language) {
            case NB -> nb;
            case NN -> nn;
            case EN -> en;
        };
    }
}
