-- References (TA-2026-0012) come from a sequence: gaps are fine, the same number twice is not.
CREATE SEQUENCE "ta_request_reference" START 1;
