import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';

/** Where the language server's program is looked for. */
export interface ServerLocationInput {
  /** The setting `lspcompose.server.path`; empty for the bundled program. */
  readonly setting: string;
  readonly extensionFolder: string;
  readonly homeFolder: string;
  readonly workspaceFolder: string | undefined;
  readonly platform: NodeJS.Platform;
  /** The environment variable PATH. */
  readonly searchPath: string;
}

/** The language server's program, or why there is none. */
export type ServerLocation =
  | { readonly kind: 'found'; readonly path: string }
  | { readonly kind: 'problem'; readonly message: string };

/** Finds the language server's program: the one of the setting, else the bundled one. */
export function locateServer(input: ServerLocationInput): ServerLocation {
  const setting = input.setting.trim();
  if (setting === '') {
    return checkBundled(bundledServerPath(input.extensionFolder, input.platform));
  }
  const expanded = expandPath(setting, input);
  if (expanded === undefined) {
    return problem(`The setting lspcompose.server.path is "${setting}", but no folder is open that \${workspaceFolder} could stand for.`);
  }
  return checkConfigured(expanded, setting);
}

/** The place of the program that is packaged with the extension. */
export function bundledServerPath(extensionFolder: string, platform: NodeJS.Platform): string {
  return path.join(extensionFolder, 'bin', platform === 'win32' ? 'lspcompose.exe' : 'lspcompose');
}

/** Replaces `${workspaceFolder}` and a leading `~`, and makes the path absolute; undefined if there is no such folder. */
function expandPath(setting: string, input: ServerLocationInput): string | undefined {
  let expanded = setting;
  if (expanded.includes('${workspaceFolder}')) {
    if (input.workspaceFolder === undefined) {
      return undefined;
    }
    expanded = expanded.replaceAll('${workspaceFolder}', input.workspaceFolder);
  }
  if (expanded === '~' || /^~[/\\]/.test(expanded)) {
    return path.join(input.homeFolder, expanded.slice(1));
  }
  if (path.isAbsolute(expanded)) {
    return path.normalize(expanded);
  }
  if (!/[/\\]/.test(expanded)) {
    return findOnSearchPath(expanded, input) ?? path.resolve(input.workspaceFolder ?? input.homeFolder, expanded);
  }
  return path.resolve(input.workspaceFolder ?? input.homeFolder, expanded);
}

function findOnSearchPath(name: string, input: ServerLocationInput): string | undefined {
  const names = input.platform === 'win32' && !/\.exe$/i.test(name) ? [`${name}.exe`, name] : [name];
  return input.searchPath
    .split(path.delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((candidate) => path.join(folder, candidate)))
    .find((candidate) => inspect(candidate) === 'ok');
}

function checkBundled(program: string): ServerLocation {
  switch (inspect(program)) {
    case 'ok':
      return { kind: 'found', path: program };
    case 'notExecutable':
      return problem(`The bundled language server ${program} is not executable. Reinstall the extension, or set lspcompose.server.path.`);
    case 'folder':
    case 'missing':
      return problem(`This build of the extension has no language server at ${program}. Install the build for your platform, or set lspcompose.server.path to an lspcompose program.`);
  }
}

function checkConfigured(program: string, setting: string): ServerLocation {
  const subject = program === setting ? program : `${program} (from "${setting}")`;
  switch (inspect(program)) {
    case 'ok':
      return { kind: 'found', path: program };
    case 'notExecutable':
      return problem(`The language server ${subject} is not executable. Make it executable, or correct the setting lspcompose.server.path.`);
    case 'folder':
      return problem(`The setting lspcompose.server.path names a folder: ${subject}. Name the lspcompose program in it.`);
    case 'missing':
      return problem(`The language server ${subject} does not exist. Correct the setting lspcompose.server.path, or empty it for the bundled server.`);
  }
}

function inspect(file: string): 'ok' | 'missing' | 'folder' | 'notExecutable' {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) {
    return 'missing';
  }
  if (stat.isDirectory()) {
    return 'folder';
  }
  try {
    accessSync(file, constants.X_OK);
    return 'ok';
  } catch {
    return 'notExecutable';
  }
}

function problem(message: string): ServerLocation {
  return { kind: 'problem', message };
}
