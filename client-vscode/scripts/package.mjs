// Makes lspcompose-<target>-<version>.vsix with the native language server inside.
//   node scripts/package.mjs [--target linux-x64] [--out FILE]
// LSPCOMPOSE_BINARY names a program that is already built; without it the program is published first.
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { clientFolder, repositoryFolder } from './layout.mjs';

/** VS Code's name of a platform, and .NET's. */
const runtimes = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'alpine-x64': 'linux-musl-x64',
  'alpine-arm64': 'linux-musl-arm64',
  'darwin-x64': 'osx-x64',
  'darwin-arm64': 'osx-arm64',
  'win32-x64': 'win-x64',
  'win32-arm64': 'win-arm64',
};

const { values } = parseArgs({ options: { target: { type: 'string' }, out: { type: 'string' } } });
const target = values.target ?? `${process.platform}-${process.arch}`;
const runtime = runtimes[target];
if (runtime === undefined) {
  console.error(`There is no target "${target}". Targets: ${Object.keys(runtimes).join(', ')}.`);
  process.exit(2);
}

const program = target.startsWith('win32') ? 'lspcompose.exe' : 'lspcompose';
const binary = process.env.LSPCOMPOSE_BINARY ?? publish();
const binFolder = path.join(clientFolder, 'bin');
rmSync(binFolder, { recursive: true, force: true });
mkdirSync(binFolder);
copyFileSync(binary, path.join(binFolder, program));
chmodSync(path.join(binFolder, program), 0o755);

const { version } = JSON.parse(readFileSync(path.join(clientFolder, 'package.json'), 'utf8'));
const vsix = path.resolve(values.out ?? path.join(clientFolder, `lspcompose-${target}-${version}.vsix`));
run(process.execPath, ['scripts/build.mjs']);
run(process.execPath, ['node_modules/@vscode/vsce/vsce', 'package', '--no-dependencies', '--target', target, '--out', vsix]);

function publish() {
  const folder = path.join(repositoryFolder, 'artifacts', 'publish', target);
  run('dotnet', ['publish', path.join(repositoryFolder, 'server/LspCompose.Cli'), '-c', 'Release', '-r', runtime, '-o', folder]);
  return path.join(folder, program);
}

function run(command, args) {
  execFileSync(command, args, { cwd: clientFolder, stdio: 'inherit' });
}
