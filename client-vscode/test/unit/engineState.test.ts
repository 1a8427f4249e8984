import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type EngineState, engineWords } from '../../src/engineState';

const nothing: EngineState = { state: 'off', version: '', context: '', endpoint: '', reason: '' };

describe('the status of the Docker engine', () => {
  test('names the version, the context and the address of one that answers', () => {
    assert.deepEqual(engineWords({ ...nothing, state: 'connected', version: '28.2.2', context: 'rootless', endpoint: 'unix:///run/user/1000/docker.sock' }), {
      text: 'Docker engine 28.2.2',
      detail: 'rootless · unix:///run/user/1000/docker.sock',
    });
    assert.deepEqual(engineWords({ ...nothing, state: 'connected', version: '28.2.2', endpoint: 'tcp://host:2375' }).detail, 'tcp://host:2375');
  });

  test('says why there is none', () => {
    assert.deepEqual(engineWords({ ...nothing, state: 'notFound', reason: 'There is no socket.' }), { text: 'Docker engine not found', detail: 'There is no socket.' });
    assert.deepEqual(engineWords({ ...nothing, state: 'looking' }), { text: 'Looking for the Docker engine', detail: '' });
  });
});
