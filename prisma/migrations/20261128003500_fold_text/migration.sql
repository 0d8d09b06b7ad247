-- How a name is compared when staff search: letter case, accents, kinds of apostrophes and hyphens, and characters
-- that show nothing make no difference. Both sides go through this one function. The collation is named so that the
-- answer is the same whatever the database's own locale is.
CREATE FUNCTION "fold_text"("words" TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$
  SELECT replace(replace(replace(
    translate(
      lower(
        regexp_replace(
          regexp_replace(
            normalize(translate("words", '’‘ʼ´`′＇‐‑‒–—−', '''''''''''''''------'), NFKD),
            '[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]',
            '', 'g'),
          '\s+', ' ', 'g')
        COLLATE "pg_c_utf8"),
      'ςıøłđð', 'σioldd'),
    'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe')
$$;
