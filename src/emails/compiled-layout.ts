import { layout } from './layout.js';

let compiled: Promise<string> | undefined;

/** The layout as HTML, compiled at the first mail of a process and kept; loading MJML alone takes a while. */
export function compiledLayout(): Promise<string> {
  compiled ??= compile();
  return compiled;
}

async function compile(): Promise<string> {
  const { default: mjml2html } = await import('mjml');
  const { html } = await mjml2html(layout, { fonts: {}, validationLevel: 'strict', keepComments: false });
  return html;
}
