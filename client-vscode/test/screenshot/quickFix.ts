// Makes the picture of the README from a real session: the squiggles with the menu of fixes, and the file after the fix, side by side.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { VsCode, launchBrowser } from '../e2e/vscode';
import { Workbench } from '../e2e/workbench';

const [program = '', vsix = '', chromium = '', picture = ''] = process.argv.slice(2);
const view = { width: 640, height: 420, scale: 2 };
const name = 'docker-compose.yml';
const fix = 'Convert all links in this file to networks';

/** Nothing on the screen but the editor, in a size that can be read in a README. */
const pictureSettings = {
  'window.menuBarVisibility': 'hidden',
  'window.customTitleBarVisibility': 'never',
  'workbench.activityBar.location': 'hidden',
  'workbench.statusBar.visible': true,
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.layoutControl.enabled': false,
  'workbench.editor.editorActionsLocation': 'hidden',
  'breadcrumbs.enabled': false,
  'editor.fontSize': 15,
  'editor.lightbulb.enabled': 'on',
  'editor.occurrencesHighlight': 'off',
  'editor.renderLineHighlight': 'none',
  'editor.scrollbar.vertical': 'hidden',
  'editor.overviewRulerBorder': false,
  'editor.guides.indentation': false,
  'problems.visibility': true,
};

const run = mkdtempSync(path.join(tmpdir(), 'lspcompose-picture-'));
const folder = path.join(run, 'shop');
mkdirSync(folder);
copyFileSync(path.resolve('..', 'tests', 'samples', 'circular.yml'), path.join(folder, name));
const vscode = await VsCode.start({ program, folder: path.join(run, 'vscode'), vsix, settings: pictureSettings });
const browser = await launchBrowser(chromium);
try {
  await takePictures(browser);
} finally {
  await browser.close();
  await vscode.stop();
  rmSync(run, { recursive: true, force: true, maxRetries: 5 });
}

async function takePictures(session: Browser): Promise<void> {
  const workbench = await Workbench.open(session, vscode.windowUrl(folder, name), view);
  await workbench.marks.error.first().waitFor({ timeout: 60_000 });
  await workbench.command('View: Toggle Primary Side Bar Visibility');
  await workbench.openFile(name);
  // The last link: the menu opens below the file and hides none of it.
  await workbench.goToLine(8);
  await workbench.page.keyboard.press('End');
  await workbench.focusQuickFix(fix);
  const before = await workbench.page.screenshot();

  await workbench.page.keyboard.press('Escape');
  await workbench.applyQuickFix(fix);
  await workbench.marks.any.first().waitFor({ state: 'detached' });
  await workbench.save();
  await workbench.page.keyboard.press('Control+End');
  await workbench.page.locator('.lightBulbWidget').waitFor({ state: 'hidden' });
  const after = await workbench.page.screenshot();

  const page = await session.newPage({ viewport: { width: 2 * view.width + 48, height: view.height + 32 }, deviceScaleFactor: view.scale });
  const image = (shot: Buffer) => `<img src="data:image/png;base64,${shot.toString('base64')}" width="${view.width}" height="${view.height}">`;
  await page.setContent(
    `<style>body{margin:0;padding:16px;display:flex;gap:16px;background:#fff}img{border-radius:8px;border:1px solid #888;box-sizing:border-box}</style>${image(before)}${image(after)}`,
  );
  mkdirSync(path.dirname(picture), { recursive: true });
  await page.screenshot({ path: picture });
}
