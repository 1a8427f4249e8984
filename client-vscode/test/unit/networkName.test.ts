import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { networkNameProblem } from '../../src/networkName';

describe('a network name', () => {
  for (const name of ['', '  ', 'app', 'back-end', 'v1.2_net', ' app ']) {
    test(`may be "${name}"`, () => assert.equal(networkNameProblem(name), undefined));
  }
  for (const name of ['my net', 'a/b', 'app:', 'ö', '${NAME}']) {
    test(`may not be "${name}", and the message says so`, () => assert.match(networkNameProblem(name) ?? '', /cannot name a network/));
  }
});
