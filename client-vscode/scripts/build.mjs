// Bundles the extension into dist/extension.js.
import path from 'node:path';
import { build } from 'esbuild';
import { clientFolder } from './layout.mjs';

await build({
  absWorkingDir: clientFolder,
  entryPoints: ['src/extension.ts'],
  outfile: path.join(clientFolder, 'dist/extension.js'),
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'cjs',
  target: 'node18',
  external: ['vscode'],
  legalComments: 'eof',
  logLevel: 'warning',
});
