import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';

type Rules = Readonly<Record<string, { readonly description: string; readonly default: string }>>;

interface SettingsSchema {
  readonly properties: {
    readonly rules: { readonly properties: Rules };
    readonly target: { readonly enum: readonly string[] };
    readonly format: { readonly properties: Readonly<Record<string, { readonly enum: readonly (string | number)[] }>> };
  };
}

interface Manifest {
  readonly version: string;
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly properties?: Rules; readonly enum?: readonly (string | number | null)[] }>> };
  };
}

// The tests run in the folder of the extension.
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

describe('the extension manifest', () => {
  test('declares exactly the commands that the extension registers', () => {
    const source = readFileSync(path.join('src', 'extension.ts'), 'utf8');
    const registered = [...source.matchAll(/registerCommand\('([^']+)'/g)].map((match) => match[1]).sort();
    assert.deepEqual(manifest.contributes.commands.map((entry) => entry.command).sort(), registered);
  });

  test('offers the rules of the settings schema (npm run rules takes them over)', () => {
    const schema = JSON.parse(readFileSync(path.join('..', 'schemas', 'settings.schema.json'), 'utf8')) as SettingsSchema;
    const offered = manifest.contributes.configuration.properties['lspcompose.rules']?.properties ?? {};
    const ofSchema = Object.entries(schema.properties.rules.properties);
    assert.deepEqual(Object.keys(offered), ofSchema.map(([id]) => id));
    for (const [id, { description, default: severity }] of ofSchema) {
      assert.deepEqual([offered[id]?.description, offered[id]?.default], [description, severity], id);
    }
  });

  test('offers the targets of the settings schema, and none', () => {
    const schema = JSON.parse(readFileSync(path.join('..', 'schemas', 'settings.schema.json'), 'utf8')) as SettingsSchema;
    assert.deepEqual(manifest.contributes.configuration.properties['lspcompose.target']?.enum, [null, ...schema.properties.target.enum]);
  });

  test('offers the settings of the formatter, and none (npm run rules takes them over)', () => {
    const schema = JSON.parse(readFileSync(path.join('..', 'schemas', 'settings.schema.json'), 'utf8')) as SettingsSchema;
    for (const [key, setting] of Object.entries(schema.properties.format.properties)) {
      assert.deepEqual(manifest.contributes.configuration.properties[`lspcompose.format.${key}`]?.enum, [null, ...setting.enum], key);
    }
  });

  test('has the version that the changelog begins with', () => {
    const [, latest] = /^## (\S+)/m.exec(readFileSync('CHANGELOG.md', 'utf8')) ?? [];
    assert.equal(latest, manifest.version);
  });
});
