import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { type ServerLocation, type ServerLocationInput, bundledServerPath, locateServer } from '../../src/serverLocation';

describe('the language server is looked for', () => {
  let root = '';
  const at = (...names: string[]) => path.join(root, ...names);

  before(() => {
    root = mkdtempSync(path.join(tmpdir(), 'lspcompose-location-'));
    for (const program of ['extension/bin/lspcompose', 'workspace/tools/lspcompose', 'home/bin/lspcompose', 'search/lspcompose-dev']) {
      mkdirSync(path.dirname(at(program)), { recursive: true });
      writeFileSync(at(program), '#!/bin/sh\n');
      chmodSync(at(program), 0o755);
    }
    writeFileSync(at('workspace/notes.txt'), 'no program');
    chmodSync(at('workspace/notes.txt'), 0o644);
  });
  after(() => rmSync(root, { recursive: true }));

  const locate = (setting: string, more: Partial<ServerLocationInput> = {}): ServerLocation =>
    locateServer({
      setting,
      extensionFolder: at('extension'),
      homeFolder: at('home'),
      workspaceFolder: at('workspace'),
      platform: 'linux',
      searchPath: ['', at('missing'), at('search')].join(path.delimiter),
      ...more,
    });
  const found = (...names: string[]) => ({ kind: 'found', path: at(...names) });
  const message = (location: ServerLocation) => (location.kind === 'problem' ? location.message : `found ${location.path}`);

  test('in the extension, when nothing is set', () => {
    assert.deepEqual(locate(''), found('extension/bin/lspcompose'));
    assert.deepEqual(locate('  '), found('extension/bin/lspcompose'));
  });

  test('under its Windows name on Windows', () => {
    assert.equal(path.basename(bundledServerPath(at('extension'), 'win32')), 'lspcompose.exe');
  });

  test('at an absolute path', () => {
    assert.deepEqual(locate(at('home/bin/lspcompose')), found('home/bin/lspcompose'));
  });

  test('with ${workspaceFolder} and ~ replaced', () => {
    assert.deepEqual(locate('${workspaceFolder}/tools/lspcompose'), found('workspace/tools/lspcompose'));
    assert.deepEqual(locate('~/bin/lspcompose'), found('home/bin/lspcompose'));
  });

  test('from the workspace folder, when the path is relative', () => {
    assert.deepEqual(locate('tools/lspcompose'), found('workspace/tools/lspcompose'));
    assert.deepEqual(locate('./tools/lspcompose'), found('workspace/tools/lspcompose'));
  });

  test('on the search path, when only a name is given', () => {
    assert.deepEqual(locate('lspcompose-dev'), found('search/lspcompose-dev'));
  });

  test('and a missing program is named together with the setting to correct', () => {
    assert.match(message(locate('${workspaceFolder}/gone')), /workspace\/gone \(from "\$\{workspaceFolder\}\/gone"\) does not exist.*lspcompose\.server\.path/);
    assert.match(message(locate('', { extensionFolder: at('workspace') })), /Install the build for your platform, or set lspcompose\.server\.path/);
  });

  test('and a file that cannot be run is told from a missing one', () => {
    assert.match(message(locate('notes.txt')), /notes\.txt.* is not executable/);
  });

  test('and a folder is told from a program', () => {
    assert.match(message(locate('${workspaceFolder}/tools')), /names a folder/);
  });

  test('and ${workspaceFolder} without an open folder is explained', () => {
    assert.match(message(locate('${workspaceFolder}/tools/lspcompose', { workspaceFolder: undefined })), /no folder is open/);
  });
});
