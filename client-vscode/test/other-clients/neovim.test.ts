// The language server with a second client, so that nothing depends on the habits of VS Code's.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';

const nvim = process.env['E2E_NVIM'] ?? '';
const server = process.env['E2E_SERVER'] ?? '';

describe('in Neovim', { skip: nvim === '' ? 'Neovim 0.10 or later is not installed (NVIM can name it)' : false }, () => {
  test('a circle of links is found, and its quick fix leaves the file that the command line makes', (context) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'lspcompose-nvim-'));
    context.after(() => rmSync(folder, { recursive: true }));
    const [edited, migrated] = ['a', 'b'].map((name) => path.join(mkdtempSync(path.join(folder, name)), 'compose.yml'));
    assert.ok(edited !== undefined && migrated !== undefined);
    for (const file of [edited, migrated]) {
      copyFileSync(path.resolve('..', 'tests', 'samples', 'circular.yml'), file);
    }

    const script = path.resolve('test', 'other-clients', 'neovim.lua');
    execFileSync(nvim, ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-l', script, server, edited], { timeout: 60_000, stdio: 'pipe' });
    execFileSync(server, ['migrate', '--write', migrated], { stdio: 'pipe' });
    // Neovim 0.10 leaves an empty line behind when an edit appends to the file.
    assert.equal(readFileSync(edited, 'utf8').replace(/\n+$/, '\n'), readFileSync(migrated, 'utf8'));
  });

  test('every feature answers in a project of several files, one service of which is broken', (context) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'lspcompose-nvim-'));
    context.after(() => rmSync(folder, { recursive: true }));
    cpSync(path.resolve('test', 'other-clients', 'project'), folder, { recursive: true });

    const script = path.resolve('test', 'other-clients', 'features.lua');
    const output = execFileSync(nvim, ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-l', script, server, folder], { timeout: 120_000, stdio: 'pipe' });
    assert.match(output.toString(), /answers are right/);
  });
});
