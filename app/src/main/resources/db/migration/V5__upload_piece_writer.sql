-- Whose lease a piece was written under: a part of its name in the vault, so that a writer who lost the
-- lease while it wrote cannot put its bytes in the place of the next one's. Empty for pieces from
-- before, which have the place alone for a name.
ALTER TABLE upload_piece ADD COLUMN writer uuid;
