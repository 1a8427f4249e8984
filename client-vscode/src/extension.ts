import { type ExtensionContext, commands, window, workspace } from 'vscode';
import type { Location, Position } from 'vscode-languageclient/node';
import { convertAllLinks } from './convertAllLinks';
import { EngineStatus } from './engineStatus';
import { GraphView } from './graphView';
import { runService } from './runService';
import { ServerClient } from './serverClient';
import { ServerStatus } from './serverStatus';
import { showReferences } from './showReferences';

let server: ServerClient | undefined;

/** Called by VS Code when the first YAML or Compose file is opened. */
export async function activate(context: ExtensionContext): Promise<void> {
  const output = window.createOutputChannel('LspCompose');
  const status = new ServerStatus();
  const engine = new EngineStatus();
  const client = new ServerClient(context, output, status, engine);
  const graph = new GraphView(client);
  server = client;

  context.subscriptions.push(
    output,
    status,
    engine,
    graph,
    commands.registerCommand('lspcompose.restartServer', () => client.restart()),
    commands.registerCommand('lspcompose.showOutput', () => output.show()),
    commands.registerCommand('lspcompose.convertAllLinks', () => convertAllLinks(client, output)),
    commands.registerCommand('lspcompose.showGraph', () => graph.show()),
    commands.registerCommand('lspcompose.showServerActions', showServerActions),
    // Named by code lenses of the server, with their arguments.
    commands.registerCommand('lspcompose.showReferences', (uri: string, position: Position, locations: Location[]) => showReferences(client, uri, position, locations)),
    commands.registerCommand('lspcompose.up', (uri: string, files: string[], service: string) => runService('up', uri, files, service)),
    commands.registerCommand('lspcompose.logs', (uri: string, files: string[], service: string) => runService('logs', uri, files, service)),
    commands.registerCommand('lspcompose.restart', (uri: string, files: string[], service: string) => runService('restart', uri, files, service)),
    commands.registerCommand('lspcompose.down', (uri: string, files: string[], service: string) => runService('down', uri, files, service)),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('lspcompose.server.path')) {
        void client.restart();
      }
    }),
  );
  await client.restart();
}

/** Called by VS Code before it ends; it waits for the server to stop. */
export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}

async function showServerActions(): Promise<void> {
  const actions = [
    { label: '$(debug-restart) Restart Language Server', command: 'lspcompose.restartServer' },
    { label: '$(output) Show Output', command: 'lspcompose.showOutput' },
  ];
  const choice = await window.showQuickPick(actions, { title: 'LspCompose' });
  if (choice !== undefined) {
    await commands.executeCommand(choice.command);
  }
}
