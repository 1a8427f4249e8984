// Turns test files into modules that Node.js runs; they see the extension's own source files but not VS Code.
import path from 'node:path';
import { build } from 'esbuild';
import { clientFolder, outFolder } from './layout.mjs';

/** Bundles files named from the client's folder; gives the modules made of them. */
export async function bundleTests(entryPoints) {
  await build({
    absWorkingDir: clientFolder,
    entryPoints,
    outdir: path.join(outFolder, 'test'),
    outbase: 'test',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return entryPoints.map((entry) => path.join(outFolder, entry.replace(/\.ts$/, '.mjs')));
}
