package no.segl.app.connect.mail;

import java.nio.charset.StandardCharsets;

/** Reports of delivery as mail servers write them. */
final class Reports {

    static final String RETURN_PATH = "bounce+" + Samples.HEX + "@post.fjordvik.example.no";

    private Reports() {}

    /** As Postfix writes it. */
    static String postfix(String action, String status) {
        return postfix(RETURN_PATH, action, status);
    }

    static String postfix(String to, String action, String status) {
        return """
        Return-Path: <>
        Date: Tue, 24 Nov 2026 12:00:05 +0100 (CET)
        From: MAILER-DAEMON@relay.example.no (Mail Delivery System)
        Subject: Undelivered Mail Returned to Sender
        To: %s
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status;
        \tboundary="AAA.111/relay.example.no"
        Message-Id: <20261124110005.AAA@relay.example.no>

        This is a MIME-encapsulated message.

        --AAA.111/relay.example.no
        Content-Description: Notification
        Content-Type: text/plain; charset=us-ascii

        I'm sorry to have to inform you that your message could not
        be delivered to one or more recipients.

        --AAA.111/relay.example.no
        Content-Description: Delivery report
        Content-Type: message/delivery-status

        Reporting-MTA: dns; relay.example.no
        X-Postfix-Queue-ID: AAA
        Arrival-Date: Tue, 24 Nov 2026 12:00:00 +0100 (CET)

        Final-Recipient: rfc822; gone@example.no
        Original-Recipient: rfc822;gone@example.no
        Action: %s
        Status: %s
        Remote-MTA: dns; mx.example.no
        Diagnostic-Code: smtp; 550 5.1.1 <gone@example.no>: Recipient address
            rejected: User unknown

        --AAA.111/relay.example.no
        Content-Description: Undelivered Message Headers
        Content-Type: text/rfc822-headers

        Return-Path: <%s>
        Message-ID: <%s@fjordvik.example.no>
        Subject: =?UTF-8?Q?P=C3=A5minnelse?=

        --AAA.111/relay.example.no--
        """
                .formatted(to, action, status, RETURN_PATH, Samples.HEX);
    }

    /** As Exchange writes it: other names of headers, the whole message returned. */
    static String exchange(String to, String action) {
        return """
        From: <postmaster@kommune.example.no>
        To: <%s>
        Date: Tue, 24 Nov 2026 12:00:05 +0100
        Content-Type: multipart/report; report-type=delivery-status;
        \tboundary="b1"
        Subject: Undeliverable: note

        --b1
        Content-Type: text/html; charset="us-ascii"

        <html><body>Your message wasn't delivered.</body></html>

        --b1
        Content-Type: message/delivery-status

        Reporting-MTA: dns;ex.kommune.example.no

        Final-recipient: RFC822;post@kommune.example.no
        Action: %s
        Status: 5.2.2
        Diagnostic-Code: smtp;554 5.2.2 mailbox full

        --b1
        Content-Type: message/rfc822

        From: <segl@fjordvik.example.no>
        To: <post@kommune.example.no>
        Message-ID: <%s@fjordvik.example.no>
        Content-Type: text/plain

        hello
        --b1--
        """
                .formatted(to, action, Samples.HEX);
    }

    static byte[] bytes(String mail) {
        return mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
