// The one stylesheet, from our theme over GOV.UK and MoJ components. Run by ensure-built.mjs.
import { writeFileSync } from 'node:fs';
import { compile } from 'sass';
import { at } from './lib.mjs';

const { css } = compile(at('src/api/views/assets/app.scss'), {
  loadPaths: [at('node_modules')],
  quietDeps: true,
  style: 'compressed',
});
writeFileSync(at('dist/public/app.css'), css);
