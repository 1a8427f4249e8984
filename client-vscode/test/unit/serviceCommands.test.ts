import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { composeArguments, lensCommands } from '../../src/serviceCommands';

describe('running a service', () => {
  test('names the files of its project in their order, however they are called', () =>
    assert.deepEqual(composeArguments('up', ['/my project/compose.yaml', '/my project/compose.override.yaml'], 'web'), [
      'compose', '--file', '/my project/compose.yaml', '--file', '/my project/compose.override.yaml', 'up', '--detach', 'web',
    ]));

  test('follows logs, restarts, and takes down only the one', () => {
    assert.deepEqual(composeArguments('logs', ['/c.yaml'], 'web').slice(3), ['logs', '--follow', 'web']);
    assert.deepEqual(composeArguments('restart', ['/c.yaml'], 'web').slice(3), ['restart', 'web']);
    assert.deepEqual(composeArguments('down', ['/c.yaml'], 'web').slice(3), ['down', 'web']);
  });

  test('is offered to the server by commands that exist and are not in the palette, where they have no arguments', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      contributes: { commands: { command: string }[]; menus: { commandPalette: { command: string; when: string }[] } };
    };
    const known = contributes.commands.map((entry) => entry.command);
    assert.deepEqual(lensCommands.filter((command) => !known.includes(command)), []);
    assert.deepEqual(contributes.menus.commandPalette, lensCommands.map((command) => ({ command, when: 'false' })));
  });
});
