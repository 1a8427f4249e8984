// Renders images/icon.svg to the PNG that the extension's page shows; run it after changing the drawing.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumPath, clientFolder } from './layout.mjs';

const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ viewport: { width: 128, height: 128 }, deviceScaleFactor: 2 });
await page.setContent(`<style>body{margin:0}svg{display:block}</style>${readFileSync(path.join(clientFolder, 'images/icon.svg'), 'utf8')}`);
await page.screenshot({ path: path.join(clientFolder, 'images/icon.png'), omitBackground: true });
await browser.close();
