-- What only the case worker whom the letter names may open, and to whom it was handed over.
ALTER TABLE document ADD COLUMN sealed boolean NOT NULL DEFAULT false;
ALTER TABLE letter_share ADD COLUMN sealed boolean NOT NULL DEFAULT false;
ALTER TABLE letter_share ADD CHECK (documents OR NOT sealed);
