-- Apostrophes make no difference when staff search, whichever kind or none: "oneill" finds O’Neill, and "hawaii" finds
-- Hawaiʻi, whose sign is a letter of its own.
CREATE OR REPLACE FUNCTION "fold_text"("words" TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$
  SELECT replace(replace(replace(
    translate(
      lower(
        regexp_replace(
          regexp_replace(
            normalize(translate("words", '‐‑‒–—−''’‘‛ʻʼʽʾʿ´`′＇', '------'), NFKD),
            '[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]',
            '', 'g'),
          '\s+', ' ', 'g')
        COLLATE "pg_c_utf8"),
      'ςıøłđð', 'σioldd'),
    'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe')
$$;
