import { Uri, commands } from 'vscode';
import type { Location, Position } from 'vscode-languageclient/node';
import type { ServerClient } from './serverClient';

/** Shows the references that a lens of the server counts. */
export async function showReferences(server: ServerClient, uri: string, position: Position, locations: readonly Location[]): Promise<void> {
  const converter = server.running?.protocol2CodeConverter;
  if (converter !== undefined) {
    await commands.executeCommand('editor.action.showReferences', Uri.parse(uri), converter.asPosition(position), locations.map((location) => converter.asLocation(location)));
  }
}
