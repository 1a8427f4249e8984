import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type ConversionReport, summarise } from '../../src/conversionReport';

const note = (line: number, message: string) => ({ range: { start: { line } }, message });
const report = (parts: Partial<ConversionReport>): ConversionReport => ({ applied: true, converted: [], left: [], runtimeChanges: [], ...parts });

describe('after a conversion the user is told', () => {
  test('that all links were converted', () => {
    const summary = summarise(report({ converted: [note(3, 'the link to nginx')] }));
    assert.deepEqual(summary, { severity: 'information', headline: 'All links were converted.', details: ['converted, line 4: the link to nginx'] });
  });

  test('that there is something to know about the running containers', () => {
    const summary = summarise(report({ converted: [note(3, 'the link to nginx')], runtimeChanges: ['fpm may start before nginx'] }));
    assert.match(summary.headline, /output tells what changes/);
    assert.ok(summary.details.includes('when it runs: fpm may start before nginx'));
  });

  test('which links are left, as a warning', () => {
    const summary = summarise(report({ converted: [note(3, 'a')], left: [note(6, 'the name db is taken')] }));
    assert.equal(summary.severity, 'warning');
    assert.match(summary.headline, /except 1 that needs you/);
    assert.ok(summary.details.includes('left, line 7: the name db is taken'));
  });

  test('that nothing could be converted', () => {
    assert.match(summarise(report({ applied: false, left: [note(1, 'a'), note(2, 'b')] })).headline, /No link was converted: 2 need you/);
  });

  test('that there was nothing to convert', () => {
    assert.equal(summarise(report({ applied: false })).headline, 'This file has no links to convert.');
  });

  test('that the edit was refused', () => {
    assert.equal(summarise(report({ applied: false, converted: [note(1, 'a')] })).headline, 'The conversion was not applied.');
  });
});
