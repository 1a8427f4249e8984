import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';

interface Grammar {
  readonly scopeName: string;
  readonly patterns: readonly { readonly begin: string; readonly while: string; readonly contentName: string }[];
}

const [contribution] = (JSON.parse(readFileSync('package.json', 'utf8')) as { contributes: { grammars: { scopeName: string; path: string; embeddedLanguages: Record<string, string> }[] } }).contributes.grammars;
const grammar = JSON.parse(readFileSync(contribution?.path ?? '', 'utf8')) as Grammar;
const [block] = grammar.patterns;

describe('the colouring of Dockerfiles in Compose files', () => {
  test('is declared under the names the grammar has', () => {
    assert.ok(existsSync(contribution?.path ?? ''));
    assert.equal(contribution?.scopeName, grammar.scopeName);
    assert.deepEqual(Object.keys(contribution?.embeddedLanguages ?? {}), [block?.contentName]);
  });

  for (const line of ['      dockerfile_inline: |', 'dockerfile_inline: >-', '  dockerfile_inline: |2 # why']) {
    test(`begins at "${line}"`, () => assert.match(line, new RegExp(block?.begin ?? '')));
  }

  for (const line of ['  dockerfile: |', '  command: |', '  dockerfile_inline: FROM x', '# dockerfile_inline: |']) {
    test(`does not begin at "${line}"`, () => assert.doesNotMatch(line, new RegExp(block?.begin ?? '')));
  }

  test('goes on for lines that stand further in, and for blank ones', () => {
    // TextMate puts in what the key's indentation was.
    const goesOn = new RegExp((block?.while ?? '').replace('\\1', '    '));
    assert.deepEqual(['      FROM x', '     RUN y', '', '  '].map((line) => goesOn.test(line)), [true, true, true, true]);
    assert.deepEqual(['    args:', '  web:', 'services:'].map((line) => goesOn.test(line)), [false, false, false]);
  });
});
