// npm test: type check, unit tests, end-to-end tests; the results are also in TestResults/junit.xml.
//   LSPCOMPOSE_REQUIRE_CLIENT=1   a missing Chromium or VS Code is a failure, not a skip
//   LSPCOMPOSE_BINARY=FILE        a language server that is already built
//   CHROMIUM=FILE, NVIM=FILE      programs that are not where they usually are
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { bundleTests } from './bundle-tests.mjs';
import { chromiumPath, clientFolder, outFolder, repositoryFolder, vscodeFolder } from './layout.mjs';

const timeLimitMinutes = 8;
const results = path.join(clientFolder, 'TestResults', 'junit.xml');

rmSync(path.dirname(results), { recursive: true, force: true });
mkdirSync(path.dirname(results), { recursive: true });

run(process.execPath, ['node_modules/typescript/bin/tsc', '--noEmit']);

const tests = await bundleTests([...testsIn('test/unit'), ...testsIn('test/e2e'), ...testsIn('test/other-clients')]);
const riderTests = path.join(repositoryFolder, 'client-rider/test');
if (existsSync(riderTests)) {
  tests.push(...readdirSync(riderTests).filter((name) => name.endsWith('.test.mjs')).map((name) => path.join(riderTests, name)));
}

const vsix = path.join(outFolder, 'lspcompose.vsix');
const skip = whyNoEndToEnd();
const nvim = neovim();
if (skip !== undefined && process.env.LSPCOMPOSE_REQUIRE_CLIENT === '1') {
  console.error(`The end-to-end tests are required, but ${skip}.`);
  process.exit(1);
}
if (skip !== undefined) {
  console.log(`The end-to-end tests in VS Code are skipped: ${skip}.`);
}
if (skip === undefined || nvim !== undefined) {
  run(process.execPath, ['scripts/package.mjs', '--out', vsix]);
}

const child = spawn(
  process.execPath,
  ['--test', '--test-reporter=spec', '--test-reporter-destination=stdout', '--test-reporter=junit', `--test-reporter-destination=${results}`, ...tests],
  {
    cwd: clientFolder,
    stdio: 'inherit',
    // A group of its own, so that the time limit also ends browsers and servers.
    detached: true,
    env: {
      ...process.env,
      E2E_SKIP: skip ?? '',
      E2E_VSIX: vsix,
      E2E_VSCODE: vscodeFolder,
      E2E_CHROMIUM: chromiumPath() ?? '',
      E2E_SERVER: path.join(clientFolder, 'bin/lspcompose'),
      E2E_NVIM: nvim ?? '',
    },
  },
);
const limit = setTimeout(() => {
  console.error(`The tests took more than ${timeLimitMinutes} minutes and are ended.`);
  process.kill(-child.pid, 'SIGKILL');
}, timeLimitMinutes * 60_000);
child.on('exit', (code) => {
  clearTimeout(limit);
  process.exitCode = code ?? 1;
});

function whyNoEndToEnd() {
  if (process.platform !== 'linux') {
    return 'they run on Linux only';
  }
  if (chromiumPath() === undefined) {
    return 'Chromium is not installed (CHROMIUM can name it)';
  }
  if (!existsSync(path.join(vscodeFolder, 'node_modules'))) {
    return 'VS Code is not installed: npm run setup:e2e';
  }
  return undefined;
}

/** A Neovim with the language client that the test uses (0.10); undefined if there is none. */
function neovim() {
  const program = process.env.NVIM ?? 'nvim';
  const [, major, minor] = /^NVIM v(\d+)\.(\d+)/.exec(spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout ?? '') ?? [];
  return Number(major) > 0 || Number(minor) >= 10 ? program : undefined;
}

function testsIn(folder) {
  return readdirSync(path.join(clientFolder, folder))
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `${folder}/${name}`);
}

function run(command, args) {
  try {
    execFileSync(command, args, { cwd: clientFolder, stdio: 'inherit' });
  } catch {
    process.exit(1);
  }
}
