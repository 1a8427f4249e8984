import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { RestartPolicy } from '../../src/restartPolicy';

describe('a server that died is started again', () => {
  let time = 0;
  const diesAt = (policy: RestartPolicy, ...times: number[]) =>
    times.map((at) => {
      time = at;
      return policy.mayRestart();
    });

  test('until it dies more often than the limit in the time window', () => {
    const policy = new RestartPolicy(2, 1000, () => time);
    assert.deepEqual(diesAt(policy, 0, 10, 20), [true, true, false]);
  });

  test('as often as it likes, when the deaths lie far apart', () => {
    const policy = new RestartPolicy(2, 1000, () => time);
    assert.deepEqual(diesAt(policy, 0, 600, 1200, 1800, 2400), [true, true, true, true, true]);
  });
});
