// The template folder against what LSP4IJ reads from it (its own classes refuse a template without these).
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, test } from 'node:test';

const folder = new URL('../lspcompose/', import.meta.url);
const client = new URL('../../client-vscode/package.json', import.meta.url);
const read = (url) => JSON.parse(readFileSync(url, 'utf8'));

describe('the Rider template', () => {
  const template = read(new URL('template.json', folder));

  test('holds only files that LSP4IJ reads', () => {
    const known = ['README.md', 'clientSettings.json', 'initializationOptions.json', 'settings.json', 'settings.schema.json', 'template.json'];
    assert.deepEqual(readdirSync(folder).filter((name) => !known.includes(name)), []);
  });

  test('has an id, a name, and the command of the language server', () => {
    assert.equal(typeof template.id, 'string');
    assert.equal(typeof template.name, 'string');
    assert.deepEqual(Object.keys(template.programArgs).sort(), ['default', 'windows']);
    for (const command of Object.values(template.programArgs)) {
      assert.match(command, /^lspcompose(\.exe)? lsp --stdio$/);
    }
  });

  test('maps file names, and nothing but file names, to the language of Compose files', () => {
    for (const mapping of template.fileTypeMappings) {
      // A file type's name would replace the colours that Rider has for YAML.
      assert.deepEqual(Object.keys(mapping.fileType), ['patterns']);
      assert.equal(mapping.languageId, 'dockercompose');
    }
    const patterns = template.fileTypeMappings.flatMap((mapping) => mapping.fileType.patterns);
    assert.equal(new Set(patterns).size, patterns.length);
    const matches = (name) => patterns.some((pattern) => new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(name));
    for (const name of ['compose.yml', 'compose.prod.yaml', 'docker-compose.yml', 'docker-compose.override.yaml', 'web.compose.yml', 'web-compose.yaml', 'fig.yml']) {
      assert.ok(matches(name), name);
    }
    assert.ok(!matches('values.yml'));
  });

  test('describes each of its settings', () => {
    const schema = read(new URL('settings.schema.json', folder));
    assert.deepEqual(Object.keys(read(new URL('settings.json', folder))), Object.keys(schema.properties));
  });

  test('offers the same rules as the VS Code extension', () => {
    const rules = (properties) => Object.keys(properties['lspcompose.rules'].properties).sort();
    const schema = read(new URL('settings.schema.json', folder));
    assert.deepEqual(rules(schema.properties), rules(read(client).contributes.configuration.properties));
  });

  test('has initialization options that are an object', () => {
    assert.equal(typeof read(new URL('initializationOptions.json', folder)), 'object');
  });
});
