import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { graphPage, messagePage } from '../../src/graphPage';

describe('the page around a drawing', () => {
  const html = graphPage('<svg><style>.a{}</style><text>&lt;style&gt;</text></svg>', 'bm9uY2U=');

  test('loads nothing and runs nothing', () => {
    assert.match(html, /content="default-src 'none'; style-src 'nonce-bm9uY2U='"/);
    assert.doesNotMatch(html, /<script|unsafe/);
  });

  test('lets exactly the styles of the page and of the drawing in', () => {
    assert.equal(html.match(/<style nonce="bm9uY2U=">/g)?.length, 2);
    assert.equal(html.match(/<style/g)?.length, 2);
  });

  test('shows a message as it is', () => {
    assert.match(messagePage('no <b> & "x"', 'bm9uY2U='), /<p>no &#60;b&#62; &#38; &#34;x&#34;<\/p>/);
  });
});
