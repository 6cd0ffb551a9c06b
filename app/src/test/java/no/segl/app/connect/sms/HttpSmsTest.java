package no.segl.app.connect.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import no.segl.app.connect.sms.Sms.Delivery;
import no.segl.app.connect.sms.Sms.Outcome;
import no.segl.app.connect.sms.Sms.Refused;
import no.segl.app.connect.sms.Sms.Results;
import no.segl.app.connect.sms.Sms.Unavailable;
import no.segl.app.connect.sms.Sms.Unknown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class HttpSmsTest implements SmsContract {

    private SmsGateway gateway;
    private HttpSms sms;

    @BeforeEach
    void open() throws IOException {
        gateway = new SmsGateway();
        sms = client(gateway.base(), SmsGateway.TOKEN, Duration.ofSeconds(20));
    }

    @AfterEach
    void close() {
        sms.close();
        gateway.close();
    }

    @Override
    public Sms sms() {
        return sms;
    }

    @Override
    public List<UUID> accepted() {
        return gateway.sent().stream()
                .map(message -> UUID.fromString(message.path("id").stringValue()))
                .toList();
    }

    @Override
    public void takeDown() {
        gateway.close();
    }

    @Override
    public void refuseEverybody() {
        gateway.answer(429);
    }

    @Override
    public void refuse(String number) {
        gateway.refuse(number);
    }

    @Override
    public void loseAfterAccept() {
        gateway.beDeaf();
    }

    @Override
    public void asUsual() {
        gateway.answer(202);
    }

    @Override
    public void report(UUID id, Delivery delivery, String code) {
        gateway.addReport(
                "{\"id\": \"%s\", \"status\": \"%s\", \"code\": \"%s\"}"
                        .formatted(id, delivery.name().toLowerCase(Locale.ROOT), code));
    }

    @Test
    void sendsWhatIsDescribed() {
        sms.send(TEXT);

        JsonNode sent = gateway.sent().getFirst();
        assertThat(sent.propertyNames()).containsExactlyInAnyOrder("id", "to", "from", "text");
        assertThat(sent.path("to").stringValue()).isEqualTo("+4790000000");
        assertThat(sent.path("from").stringValue()).isEqualTo("Segl");
        assertThat(sent.path("text").stringValue()).isEqualTo("Segl: 1 brev er ikke åpnet.");
    }

    @ParameterizedTest
    @CsvSource({
        "400, 400",
        "404, 404",
        "413, 413",
        "422, 422",
        "302, 302",
        "403, no-login",
        "503, too-many"
    })
    void isRefusedWhereItWasForCertainNotAccepted(int status, String code) {
        gateway.answer(status);

        assertThat(sms.send(TEXT)).isEqualTo(new Refused(code, false));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504})
    void isUnknownWhereTheGatewayBroke(int status) {
        gateway.answer(status);

        assertThat(sms.send(TEXT)).isEqualTo(new Unknown());
    }

    @Test
    void aKeyThatIsNotAcceptedIsTold() throws Exception {
        try (HttpSms stranger = client(gateway.base(), "another", Duration.ofSeconds(20))) {
            Outcome outcome = stranger.send(TEXT);
            assertThat(outcome).isEqualTo(new Refused(Refused.NO_LOGIN, false));
            assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> stranger.results(""));
        }
    }

    @Test
    void doesNotWaitForEver() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                HttpSms impatient =
                        client(
                                URI.create("http://localhost:" + silent.getLocalPort()),
                                "x",
                                Duration.ofMillis(300))) {
            assertThat(impatient.send(TEXT)).isEqualTo(new Unknown());
            assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> impatient.results(""));
        }
    }

    @Test
    void aReportThatCannotBeReadIsCountedAndStopsNothing() throws Exception {
        gateway.addReport("{\"id\": \"x\", \"status\": \"delivered\"}");
        report(ID, Delivery.DELIVERED, "a code with spaces");
        gateway.addReport("{\"id\": \"" + ID + "\", \"status\": \"queued\"}");

        Results first = sms.results("");
        assertThat(first.unreadable()).isEqualTo(1);
        assertThat(first.results()).containsExactly(new Sms.Result(ID, Delivery.DELIVERED, ""));
        assertThat(first.isMore()).isTrue();
        assertThat(sms.results(first.next()).unreadable()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "90000000",
                "004790000000",
                "+0790000000",
                "+47 90000000",
                "+4790000000a"
            })
    void whatIsNoNumberIsNotSentTo(String number) {
        assertThat(Sms.Text.isNumber(number)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sms.Text(ID, number, "x"))
                .withMessage("not a telephone number");
    }

    @Test
    void neitherKeyNorNumberIsInWhatIsLogged() {
        assertThat(TEXT.toString()).doesNotContain("9000", "brev");
        assertThat(settings(gateway.base(), "secret", Duration.ofSeconds(1)).toString())
                .doesNotContain("secret");
    }

    @Test
    void isNotSentInTheOpen() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        settings(URI.create("http://sms.example.no"), "x", Duration.ofSeconds(1)));
    }

    private static HttpSms client(URI base, String token, Duration timeout) {
        return new HttpSms(settings(base, token, timeout));
    }

    private static HttpSms.Settings settings(URI base, String token, Duration timeout) {
        return new HttpSms.Settings(base, token, "Segl", timeout);
    }
}
