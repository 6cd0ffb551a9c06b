-- What lies at a unit, newest first: asked by the machines of the organisation that it belongs to.
CREATE INDEX letter_received ON letter (recipient, id) WHERE state IN ('AVAILABLE', 'OPENED');
