import type { RequestHandler } from 'express';
import { LANGUAGES, type Languages } from '../text/texts.js';
import '../request-context.js';

/**
 * Reads from `Accept-Language` which of our languages somebody is spoken to in; whoever wants none of them gets the
 * first. Where there is a choice, the answer says which it was.
 */
export function speak(languages: Languages = LANGUAGES): RequestHandler {
  const tags = languages.map(({ language }) => language);
  return (req, res, next) => {
    const asked = req.acceptsLanguages(tags);
    req.texts = languages.find(({ language }) => language === asked) ?? languages[0];
    res.locals.language = req.texts.language;
    res.locals.layoutText = req.texts.layout;
    if (languages.length > 1) {
      res.vary('Accept-Language');
      res.set('Content-Language', req.texts.language);
    }
    next();
  };
}
