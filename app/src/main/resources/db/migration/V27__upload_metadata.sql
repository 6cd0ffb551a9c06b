-- The Upload-Metadata with which an upload was made, as the client gave it: tus gives it back when asked how
-- far the upload has come. For those made before this, what is known of it.
ALTER TABLE upload ADD COLUMN metadata text NOT NULL DEFAULT '';
UPDATE upload SET metadata = 'filename ' || replace(encode(convert_to(name, 'UTF8'), 'base64'), E'\n', '');
ALTER TABLE upload ALTER COLUMN metadata DROP DEFAULT;
