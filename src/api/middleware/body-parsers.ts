import express, { type RequestHandler } from 'express';

/** Four texts of 20,000 characters, three bytes each, with room for escapes. */
const LIMIT = '512kb';

/** JSON for the API (any text/json-like type is refused later as a missing body), forms for pages. */
export function bodyParsers(): RequestHandler[] {
  return [
    express.json({ limit: LIMIT, strict: true, type: ['application/json', 'application/*+json'] }),
    // The participants report of a call: bytes, for spreadsheets save it in several encodings.
    express.raw({ limit: LIMIT, type: 'text/csv' }),
    express.urlencoded({ limit: LIMIT, extended: false, parameterLimit: 200 }),
  ];
}
