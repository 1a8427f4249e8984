import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** User settings that keep everything off the screen that the tests are not about. */
const quietSettings = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.reduceMotion': 'on',
  'workbench.editor.enablePreview': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'window.commandCenter': false,
  'window.restoreWindows': 'none',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'chat.commandCenter.enabled': false,
  'git.enabled': false,
  'npm.autoDetect': 'off',
  'files.autoSave': 'off',
  'editor.minimap.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.lightbulb.enabled': 'off',
  'editor.hover.delay': 100,
  // What the tests type is what the file shall hold.
  'editor.autoClosingBrackets': 'never',
  'editor.autoClosingQuotes': 'never',
  'editor.autoIndent': 'none',
  '[yaml]': { 'editor.autoIndent': 'none' },
  '[dockercompose]': { 'editor.autoIndent': 'none' },
};

/** Where VS Code is and where it may keep its data. */
export interface VsCodeOptions {
  /** The folder lib/vscode of code-server. */
  readonly program: string;
  /** An empty folder for settings and extensions. */
  readonly folder: string;
  readonly vsix: string;
  /** User settings on top of the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** A running VS Code server with the extension installed; its windows open in a browser. */
export class VsCode {
  private constructor(
    private readonly server: ChildProcess,
    private readonly port: number,
    private readonly extensionsFolder: string,
  ) {}

  static async start({ program, folder, vsix, settings = {} }: VsCodeOptions): Promise<VsCode> {
    const dataFolder = path.join(folder, 'data');
    const extensionsFolder = path.join(folder, 'extensions');
    const main = path.join(program, 'out', 'server-main.js');
    const folders = ['--accept-server-license-terms', '--server-data-dir', dataFolder, '--extensions-dir', extensionsFolder];

    const userFolder = path.join(dataFolder, 'data', 'User');
    mkdirSync(userFolder, { recursive: true });
    writeFileSync(path.join(userFolder, 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }));
    execFileSync(process.execPath, [main, ...folders, '--install-extension', vsix, '--force'], { stdio: 'pipe' });

    const server = spawn(
      process.execPath,
      [main, ...folders, '--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--telemetry-level', 'off'],
      // A group of its own: the extension host and the language server end with it.
      { stdio: ['ignore', 'pipe', 'pipe'], detached: true },
    );
    return new VsCode(server, await listeningPort(server), extensionsFolder);
  }

  /** The address of a window on a folder with one file open. */
  windowUrl(folder: string, file: string): string {
    const openFile = ['openFile', `vscode-remote://127.0.0.1:${this.port}${path.join(folder, file)}`];
    const query = new URLSearchParams({ folder, payload: JSON.stringify([openFile, ['skipWelcome', 'true']]) });
    return `http://127.0.0.1:${this.port}/?${query}`;
  }

  /** The process ids of the language servers that the extension has started and that still run. */
  languageServers(): number[] {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && commandLine(name).some((word) => word.startsWith(this.extensionsFolder) && word.endsWith('/bin/lspcompose')))
      .map(Number);
  }

  /** Ends the server and everything it started. */
  async stop(): Promise<void> {
    const { server } = this;
    if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) {
      return;
    }
    const ended = new Promise((resolve) => server.once('exit', resolve));
    process.kill(-server.pid, 'SIGKILL');
    await ended;
  }
}

/** The Chromium whose tabs are the windows. */
export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
}

function listeningPort(server: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let log = '';
    const read = (chunk: Buffer) => {
      log += chunk.toString();
      const [, port] = /Extension host agent listening on (\d+)/.exec(log) ?? [];
      if (port !== undefined) {
        resolve(Number(port));
      }
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.once('exit', (code) => reject(new Error(`VS Code ended with ${code}:\n${log}`)));
  });
}

function commandLine(processId: string): string[] {
  try {
    return readFileSync(`/proc/${processId}/cmdline`, 'utf8').split('\0');
  } catch {
    // It has just ended.
    return [];
  }
}
