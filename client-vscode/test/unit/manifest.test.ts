import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';

interface Manifest {
  readonly version: string;
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly properties?: Readonly<Record<string, unknown>> }>> };
  };
}

// The tests run in the folder of the extension.
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const ruleDocs = path.join('..', 'docs', 'rules');

describe('the extension manifest', () => {
  test('declares exactly the commands that the extension registers', () => {
    const source = readFileSync(path.join('src', 'extension.ts'), 'utf8');
    const registered = [...source.matchAll(/registerCommand\('([^']+)'/g)].map((match) => match[1]).sort();
    assert.deepEqual(manifest.contributes.commands.map((entry) => entry.command).sort(), registered);
  });

  test('offers a severity for exactly the documented rules', { skip: existsSync(ruleDocs) ? false : `${ruleDocs} does not exist` }, () => {
    const documented = readdirSync(ruleDocs)
      .filter((name) => name.endsWith('.md') && name !== 'README.md' && name !== 'index.md')
      .map((name) => name.slice(0, -'.md'.length));
    const offered = Object.keys(manifest.contributes.configuration.properties['lspcompose.rules']?.properties ?? {});
    assert.deepEqual(offered.sort(), documented.sort());
  });

  test('has the version that the changelog begins with', () => {
    const [, latest] = /^## (\S+)/m.exec(readFileSync('CHANGELOG.md', 'utf8')) ?? [];
    assert.equal(latest, manifest.version);
  });
});
