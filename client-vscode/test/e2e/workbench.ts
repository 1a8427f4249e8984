import type { Browser, Locator, Page } from 'playwright-core';

/** One window of VS Code, used by keyboard as a person would. Every step waits for what it brings about on the screen. */
export class Workbench {
  private constructor(readonly page: Page) {}

  static async open(browser: Browser, url: string, view: { width: number; height: number; scale?: number } = { width: 1280, height: 900 }): Promise<Workbench> {
    const context = await browser.newContext({
      viewport: { width: view.width, height: view.height },
      deviceScaleFactor: view.scale ?? 1,
    });
    // Nothing but the VS Code server is there to be reached.
    await context.route((target) => target.hostname !== '127.0.0.1' && target.protocol.startsWith('http'), (route) => route.abort());
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(url, { waitUntil: 'commit' });
    await page.locator('.tabs-container .tab.active').waitFor({ timeout: 60_000 });
    return new Workbench(page);
  }

  /** The marks of findings in the editor. */
  get marks(): { readonly error: Locator; readonly warning: Locator; readonly info: Locator; readonly deprecated: Locator; readonly any: Locator } {
    const inEditor = (selector: string) => this.page.locator(`.editor-instance ${selector}`);
    return {
      error: inEditor('.squiggly-error'),
      warning: inEditor('.squiggly-warning'),
      info: inEditor('.squiggly-info'),
      deprecated: inEditor('.squiggly-inline-deprecated'),
      any: inEditor(':is(.squiggly-error, .squiggly-warning, .squiggly-info, .squiggly-hint, .squiggly-inline-deprecated)'),
    };
  }

  /** Opens a file of the folder by its name and puts the cursor at its start. */
  async openFile(name: string): Promise<void> {
    const { page } = this;
    await page.keyboard.press('Control+KeyP');
    await this.quickInput.fill(name);
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.quickInput.waitFor({ state: 'hidden' });
    await this.focusEditor();
  }

  /** Puts the keyboard at the start of the editor's text. */
  async focusEditor(): Promise<void> {
    await this.page.keyboard.press('Control+Digit1');
    await this.page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await this.page.keyboard.press('Control+Home');
  }

  /** Types a text in place of the editor's. */
  async replaceText(text: string): Promise<void> {
    await this.page.keyboard.press('Control+KeyA');
    await this.page.keyboard.insertText(text);
  }

  /** Runs a command by its title in the command palette. */
  async command(title: string): Promise<void> {
    const { page } = this;
    await page.keyboard.press('F1');
    await this.quickInput.fill(`>${title}`);
    // The best match need not be the first row; a row's label continues with its key binding.
    const row = (state: string) => {
      const selector = (label: string) => `.quick-input-list .monaco-list-row${state}[aria-label${label}]`;
      return page.locator(`${selector(`=${JSON.stringify(title)}`)}, ${selector(`^=${JSON.stringify(`${title},`)}`)}`).first();
    };
    await row('').waitFor();
    while ((await row('.focused').count()) === 0) {
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
    await row('').waitFor({ state: 'hidden' });
  }

  /** The box in which VS Code asks for text. */
  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget input[type="text"], .quick-input-widget .input').first();
  }

  /** Puts the cursor at the start of a line, counted from 1. */
  async goToLine(line: number): Promise<void> {
    await this.page.keyboard.press('Control+KeyG');
    await this.quickInput.fill(`:${line}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('#status\\.editor\\.selection', { hasText: `Ln ${line},` }).waitFor();
    await this.quickInput.waitFor({ state: 'hidden' });
  }

  /** Opens the menu of quick fixes at the cursor; gives their titles. */
  async openQuickFixes(): Promise<string[]> {
    const none = this.page.locator('.monaco-editor-overlaymessage', { hasText: 'No code actions available' });
    // VS Code drops the menu and says "none" when its own look for a light bulb comes in between, a moment after the cursor moved.
    for (let attempt = 0; attempt < 5; attempt++) {
      await this.page.keyboard.press('Control+Period');
      await this.quickFixes.first().or(none).first().waitFor();
      if (await this.quickFixes.first().isVisible()) {
        break;
      }
      await this.page.keyboard.press('Escape');
      await none.waitFor({ state: 'hidden' });
    }
    return this.quickFixes.locator('.title').allInnerTexts();
  }

  /** Applies the quick fix with that title; throws with the titles offered if it is not among them. */
  async applyQuickFix(title: string): Promise<void> {
    await this.focusQuickFix(title);
    await this.page.keyboard.press('Enter');
    await this.quickFixes.first().waitFor({ state: 'hidden' });
  }

  /** Opens the menu of quick fixes at the cursor and goes to the one with that title. */
  async focusQuickFix(title: string): Promise<void> {
    const titles = await this.openQuickFixes();
    if (!titles.some((offered) => offered.includes(title))) {
      throw new Error(`No quick fix "${title}" among ${JSON.stringify(titles)}`);
    }
    // By keyboard: VS Code ignores clicks in a menu that has just opened.
    const focused = this.page.locator('.action-widget .monaco-list-row.focused', { hasText: title });
    while ((await focused.count()) === 0) {
      await this.page.keyboard.press('ArrowDown');
    }
  }

  private get quickFixes(): Locator {
    return this.page.locator('.action-widget .monaco-list-row.action');
  }

  /** Shows what VS Code says about the text under the mouse. */
  async hover(place: Locator): Promise<Locator> {
    await place.hover({ force: true });
    const card = this.page.locator('.monaco-hover:visible .hover-contents').first();
    await card.waitFor();
    return this.page.locator('.monaco-hover:visible');
  }

  /** The word in the editor's text, as far as VS Code draws it in one piece. */
  text(word: string): Locator {
    return this.page.locator('.editor-instance .view-line span span', { hasText: word }).first();
  }

  /** The lines of the Problems panel that are about one file; it lists the findings of files that are not open, too. */
  async problems(name: string): Promise<Locator> {
    const { page } = this;
    await page.keyboard.press('Control+Shift+KeyM');
    await page.locator('.markers-panel').waitFor();
    await page.locator('.viewpane-filter input').fill(name);
    await page.locator(`.markers-panel .monaco-list-row[aria-level="1"]:not(:has-text(${JSON.stringify(name)}))`).first().waitFor({ state: 'detached' });
    return page.locator('.markers-panel .monaco-list-row:has(.marker-icon)');
  }

  async hideProblems(): Promise<void> {
    await this.page.keyboard.press('Control+KeyJ');
    await this.page.locator('.markers-panel').waitFor({ state: 'hidden' });
  }

  /** Saves the file; what is on disk then is what was on the screen. */
  async save(): Promise<void> {
    await this.page.keyboard.press('Control+KeyS');
    await this.page.locator('.tab.active:not(.dirty)').waitFor();
  }
}
