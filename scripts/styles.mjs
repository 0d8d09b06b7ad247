// The one stylesheet, from our theme over GOV.UK and MoJ components. Run by ensure-built.mjs.
import { writeFileSync } from 'node:fs';
import { compile } from 'sass';
import { at, root } from './lib.mjs';

const { css } = compile(at('src/api/views/assets/app.scss'), {
  // The second library names files of the first from the repository's root.
  loadPaths: [at('node_modules'), root],
  quietDeps: true,
  style: 'compressed',
});
writeFileSync(at('dist/public/app.css'), css);
