// npm run screenshot: makes docs/images/quick-fix.png from a real session. Needs what the end-to-end tests need.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { bundleTests } from './bundle-tests.mjs';
import { chromiumPath, clientFolder, outFolder, repositoryFolder, vscodeFolder } from './layout.mjs';

const run = (...args) => execFileSync(process.execPath, args, { cwd: clientFolder, stdio: 'inherit' });

const vsix = path.join(outFolder, 'lspcompose.vsix');
run('scripts/package.mjs', '--out', vsix);
const [script] = await bundleTests(['test/screenshot/quickFix.ts']);
run(script, vscodeFolder, vsix, chromiumPath(), path.join(repositoryFolder, 'docs/images/quick-fix.png'));
