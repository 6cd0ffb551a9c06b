package no.segl.proof.printer;

import no.segl.app.connect.printer.Printer;

class FakePrinterTest extends PrinterContract {

    private final FakePrinter fake = new FakePrinter();

    @Override
    Printer printer() {
        return fake;
    }

    @Override
    PrintHouse house() {
        return fake;
    }
}
