// Where things are, for all scripts.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const clientFolder = fileURLToPath(new URL('..', import.meta.url));
export const repositoryFolder = path.join(clientFolder, '..');
export const outFolder = path.join(clientFolder, 'out');
export const e2eFolder = path.join(clientFolder, 'test/e2e/vscode');
/** VS Code's own folder inside code-server. */
export const vscodeFolder = path.join(e2eFolder, 'node_modules/code-server/lib/vscode');

/** The Chromium that stands in for the user's browser; undefined if there is none. */
export function chromiumPath() {
  const candidates = process.env.CHROMIUM ? [process.env.CHROMIUM] : ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  return candidates.find((candidate) => existsSync(candidate));
}
