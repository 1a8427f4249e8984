// Installs the VS Code that the end-to-end tests drive: the web server inside the npm package code-server. Nothing is compiled:
// no install script runs, so terminal and log files are missing from it, which the tests do not need.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { e2eFolder, vscodeFolder } from './layout.mjs';

const npm = (...args) => execFileSync('npm', [...args, '--ignore-scripts', '--no-audit', '--no-fund'], { stdio: 'inherit' });

npm('ci', '--prefix', e2eFolder);
// "install", not "ci": the lock file inside code-server is out of step with its package.json.
npm('install', '--prefix', vscodeFolder, '--omit=dev');

// Quick Open runs ripgrep, which its own package would download in an install script.
const ripgrep = path.join(vscodeFolder, 'node_modules/@vscode/ripgrep/bin');
mkdirSync(ripgrep, { recursive: true });
copyFileSync(path.join(e2eFolder, 'node_modules/@vscode/ripgrep-linux-x64/bin/rg'), path.join(ripgrep, 'rg'));
