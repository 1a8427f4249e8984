// The packaged extension with its real language server in a real VS Code: one window, each test with files of its own.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, after, afterEach, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { until } from './until';
import { VsCode, launchBrowser } from './vscode';
import { Workbench } from './workbench';

const skip = process.env['E2E_SKIP'] || false;
const samples = path.resolve('..', 'tests', 'samples');
const convertAll = 'Convert all links in this file to networks';

/** The files of the window's folder, and the samples they are copies of. */
const files = {
  'docker-compose.circular.yml': 'circular.yml',
  'docker-compose.hover.yml': 'circular.yml',
  'docker-compose.fix.yml': 'circular.yml',
  'docker-compose.named.yml': 'circular-services.yml',
  'docker-compose.ambassador.yml': 'ambassador.yml',
  'docker-compose.graph.yml': 'circular.yml',
  'docker-compose.typing.yml': 'modern.yml',
  'docker-compose.crash.yml': 'circular.yml',
  'docker-compose.restart.yml': 'circular.yml',
  'docker-compose.rules.yml': 'circular.yml',
  'docker-compose.setting.yml': 'circular.yml',
  'modern.compose.yml': 'modern.yml',
  'circular.compose.yml': 'circular.yml',
} as const;
type FileName = keyof typeof files;

describe('in VS Code', { skip }, () => {
  let runFolder: string;
  let folder: string;
  let vscode: VsCode;
  let browser: Browser;
  let workbench: Workbench;

  const onDisk = (name: FileName) => readFileSync(path.join(folder, name), 'utf8');

  before(async () => {
    runFolder = mkdtempSync(path.join(tmpdir(), 'lspcompose-e2e-'));
    folder = path.join(runFolder, 'shop');
    mkdirSync(path.join(folder, '.vscode'), { recursive: true });
    for (const [name, sample] of Object.entries(files)) {
      copyFileSync(path.join(samples, sample), path.join(folder, name));
    }
    [vscode, browser] = await Promise.all([
      VsCode.start({ program: environment('E2E_VSCODE'), folder: path.join(runFolder, 'vscode'), vsix: environment('E2E_VSIX') }),
      launchBrowser(environment('E2E_CHROMIUM')),
    ]);
    workbench = await Workbench.open(browser, vscode.windowUrl(folder, 'docker-compose.circular.yml'));
    await workbench.marks.any.first().waitFor({ timeout: 60_000 });
  });

  after(async () => {
    await browser?.close();
    await vscode?.stop();
    rmSync(runFolder, { recursive: true, force: true, maxRetries: 5 });
  });

  afterEach(async (context) => {
    const screenshots = path.resolve('TestResults', 'screenshots');
    mkdirSync(screenshots, { recursive: true });
    const name = (context as TestContext).name.replace(/\W+/g, '-').slice(0, 80);
    await workbench?.page.screenshot({ path: path.join(screenshots, `${name}.png`) });
    // A failed test may leave a menu or a dialog open; it shall not take the next one down.
    await workbench?.page.keyboard.press('Escape');
  });

  test('a circle of links is underlined as an error and each link is struck through', async () => {
    await workbench.openFile('docker-compose.circular.yml');
    await workbench.marks.error.first().waitFor();
    await workbench.marks.deprecated.first().waitFor();
  });

  test('each finding is listed exactly once, with its rule', async () => {
    await workbench.openFile('docker-compose.circular.yml');
    const problems = await workbench.problems('docker-compose.circular.yml');
    await problems.first().waitFor();
    const lines = (await problems.allInnerTexts()).map((line) => line.replace(/\s+/g, ' '));
    const ofRule = (rule: string) => lines.filter((line) => new RegExp(`lspcompose ?\\(? ?${rule}\\b`).test(line)).length;
    assert.equal(ofRule('circular-link'), 1, lines.join('\n'));
    assert.equal(ofRule('deprecated-link'), 2, lines.join('\n'));
    assert.equal(ofRule('legacy-file-format'), 1, lines.join('\n'));
    assert.equal(lines.length, 4, lines.join('\n'));
    await workbench.hideProblems();
  });

  test('a hover explains the circle', async () => {
    await workbench.openFile('docker-compose.hover.yml');
    await workbench.marks.error.first().waitFor();
    const card = await workbench.hover(workbench.text('links'));
    await until(async () => /network/i.test(await card.innerText()));
  });

  test('one quick fix converts all links, and the file is what the command line makes of it', async () => {
    const name = 'docker-compose.fix.yml';
    await workbench.openFile(name);
    await workbench.marks.error.first().waitFor();
    await workbench.goToLine(1 + onDisk(name).split('\n').indexOf('    - nginx'));
    await workbench.page.keyboard.press('End');
    await workbench.applyQuickFix(convertAll);
    await workbench.marks.any.first().waitFor({ state: 'detached' });
    await workbench.save();

    const migrated = path.join(runFolder, 'command-line', path.basename(folder), name);
    mkdirSync(path.dirname(migrated), { recursive: true });
    copyFileSync(path.join(samples, files[name]), migrated);
    execFileSync(environment('E2E_SERVER'), ['migrate', '--write', migrated]);
    await until(() => onDisk(name) !== readFileSync(path.join(samples, files[name]), 'utf8'));
    assert.equal(onDisk(name), readFileSync(migrated, 'utf8'));
  });

  test('the command asks for the name of the network', async () => {
    const name = 'docker-compose.named.yml';
    await workbench.openFile(name);
    await workbench.marks.error.first().waitFor();
    await workbench.command('LspCompose: Convert All Links in This File to Networks…');
    await workbench.page.locator('.quick-input-title', { hasText: 'Convert All Links' }).waitFor();
    await workbench.quickInput.fill('not a name');
    await workbench.page.locator('.quick-input-message', { hasText: 'cannot name a network' }).waitFor();
    await workbench.quickInput.fill('storefront');
    await workbench.page.locator('.quick-input-message', { hasText: 'cannot name a network' }).waitFor({ state: 'hidden' });
    await workbench.page.keyboard.press('Enter');
    await workbench.marks.any.first().waitFor({ state: 'detached' });
    await workbench.save();
    await until(() => onDisk(name).includes('storefront'));
    assert.doesNotMatch(onDisk(name), /links:/);
  });

  test('services and networks are drawn beside the file, and again when it changes', async () => {
    const name = 'docker-compose.graph.yml';
    await workbench.openFile(name);
    await workbench.marks.error.first().waitFor();
    await workbench.command('LspCompose: Show Services and Networks Before and After');
    const drawing = workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe[title]').locator('svg.lspcompose-graph');
    await drawing.locator('.caption', { hasText: 'after' }).waitFor();
    assert.equal(await drawing.locator('.card.circular').count(), 2);
    await workbench.focusEditor();
    await workbench.replaceText(readFileSync(path.join(samples, 'modern.yml'), 'utf8'));
    // The page is a new one, so nothing of the old one can be waited for.
    await until(async () => (await drawing.locator('.card').count()) === 2 && (await drawing.locator('.caption').count()) === 0);
    await workbench.save();
    await workbench.page.locator('.tab[data-resource-name^="webview-"]').getByLabel(/^Close/).click();
    await workbench.page.locator('iframe.webview').waitFor({ state: 'detached' });
    await workbench.focusEditor();
  });

  test('an ambassador is removed by its quick fix', async () => {
    const name = 'docker-compose.ambassador.yml';
    await workbench.openFile(name);
    await workbench.marks.warning.first().waitFor();
    await workbench.goToLine(1 + onDisk(name).split('\n').indexOf('ambassador:'));
    await workbench.applyQuickFix("Remove 'ambassador'");
    await workbench.marks.any.first().waitFor({ state: 'detached' });
    await workbench.save();
    await until(() => !onDisk(name).includes('ambassador'));
    assert.match(onDisk(name), /^services:/);
  });

  test('a link is marked as soon as it is typed', async () => {
    await workbench.openFile('docker-compose.typing.yml');
    await workbench.replaceText('services:\n  nginx:\n    image: nginx\n  fpm:\n    image: php\n');
    await workbench.page.keyboard.type('    links:\n      - nginx');
    await workbench.marks.deprecated.first().waitFor();
    await workbench.replaceText(onDisk('docker-compose.typing.yml'));
    await workbench.marks.any.first().waitFor({ state: 'detached' });
  });

  test('a modern file has no finding', async () => {
    await workbench.openFile('modern.compose.yml');
    // A finding that comes and goes shows that the server has judged the file.
    await workbench.replaceText('services:\n  web:\n    image: [\n');
    await workbench.marks.any.first().waitFor();
    await workbench.replaceText(onDisk('modern.compose.yml'));
    await workbench.marks.any.first().waitFor({ state: 'detached' });
  });

  test('a file of the language YAML is served when its name is Compose-like', async () => {
    await workbench.openFile('circular.compose.yml');
    await workbench.page.locator('#status\\.editor\\.mode', { hasText: 'YAML' }).waitFor();
    await workbench.marks.error.first().waitFor();
  });

  test('the status of the language server is shown, with a way to restart it', async () => {
    await workbench.openFile('docker-compose.circular.yml');
    await workbench.page.locator('#status\\.languageStatus').hover();
    const card = workbench.page.locator('.hover-language-status', { hasText: 'LspCompose' });
    await card.waitFor();
    assert.match(await card.innerText(), /LspCompose \d+\.\d+\.\d+\S* running/);
    const link = card.getByText('Restart or show output');
    assert.equal(await link.getAttribute('href'), 'command:lspcompose.showServerActions');
    await workbench.command('LspCompose: Show Language Server Actions');
    await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Restart Language Server' }).waitFor();
    await workbench.page.keyboard.press('Escape');
  });

  test('the status of the Docker engine is shown beside it', async () => {
    await workbench.openFile('docker-compose.circular.yml');
    // A mouse that is there already brings up nothing.
    await workbench.page.mouse.move(0, 0);
    await workbench.page.locator('#status\\.languageStatus').hover();
    const card = workbench.page.locator('.hover-language-status', { hasText: 'Docker engine' });
    await card.getByText(/Docker engine (\d|not found|refuses access)/).waitFor();
    await workbench.page.keyboard.press('Escape');
  });

  test('a language server that is killed is started again and finds the same', async () => {
    await workbench.openFile('docker-compose.crash.yml');
    await workbench.marks.error.first().waitFor();
    const killed = onlyServer();
    process.kill(killed, 'SIGKILL');
    await until(() => vscode.languageServers().some((id) => id !== killed));
    await waitForFreshFindings();
  });

  test('the restart command starts a new language server', async () => {
    await workbench.openFile('docker-compose.restart.yml');
    await workbench.marks.error.first().waitFor();
    const old = onlyServer();
    await workbench.command('LspCompose: Restart Language Server');
    await until(() => vscode.languageServers().every((id) => id !== old) && vscode.languageServers().length === 1);
    await waitForFreshFindings();
  });

  test('a rule switched off in the settings is not reported', async () => {
    await workbench.openFile('docker-compose.rules.yml');
    await workbench.marks.deprecated.first().waitFor();
    writeSettings({ 'lspcompose.rules': { 'deprecated-link': 'off' } });
    await workbench.marks.deprecated.first().waitFor({ state: 'detached' });
    await workbench.marks.error.first().waitFor();
    writeSettings({});
    await workbench.marks.deprecated.first().waitFor();
  });

  test('a wrong server path is explained, and the server is back when it is corrected', async () => {
    await workbench.openFile('docker-compose.setting.yml');
    await workbench.marks.error.first().waitFor();
    writeSettings({ 'lspcompose.server.path': '${workspaceFolder}/nothing-here' });
    const notification = workbench.page.locator('.notification-toast', { hasText: 'nothing-here' });
    await notification.waitFor();
    assert.match(await notification.innerText(), /does not exist/);
    assert.deepEqual(await notification.locator('.monaco-button').allInnerTexts(), ['Open Settings', 'Show Output']);
    await workbench.marks.any.first().waitFor({ state: 'detached' });
    writeSettings({});
    await workbench.marks.error.first().waitFor();
  });

  function onlyServer(): number {
    const [id, ...others] = vscode.languageServers();
    assert.ok(id !== undefined && others.length === 0, 'one language server runs');
    return id;
  }

  /** Findings in the editor may be the old server's; those of a text typed just now are not. */
  async function waitForFreshFindings(): Promise<void> {
    await workbench.focusEditor();
    await workbench.replaceText(readFileSync(path.join(samples, 'modern.yml'), 'utf8'));
    await workbench.marks.any.first().waitFor({ state: 'detached' });
    await workbench.replaceText(readFileSync(path.join(samples, 'circular.yml'), 'utf8'));
    await workbench.marks.error.first().waitFor();
    await workbench.save();
  }

  function writeSettings(settings: Readonly<Record<string, unknown>>): void {
    writeFileSync(path.join(folder, '.vscode', 'settings.json'), JSON.stringify(settings));
  }
});

function environment(name: string): string {
  const value = process.env[name];
  assert.ok(value, `${name} is set by npm test`);
  return value;
}
