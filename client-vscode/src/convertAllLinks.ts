import { type OutputChannel, languages, window } from 'vscode';
import { ExecuteCommandRequest } from 'vscode-languageclient/node';
import { composeDocuments } from './composeFiles';
import { type ConversionReport, type ConversionSummary, summarise } from './conversionReport';
import { networkNameProblem } from './networkName';
import type { ServerClient } from './serverClient';

/** Asks for a network name, has the server convert every link of the active file, and tells what came of it. */
export async function convertAllLinks(server: ServerClient, output: OutputChannel): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document === undefined || languages.match(composeDocuments, document) === 0) {
    void window.showInformationMessage('Open a Compose file to convert its links to networks.');
    return;
  }

  const name = await window.showInputBox({
    title: 'Convert All Links to Networks',
    prompt: 'Name of the network to create. Leave it empty for a name that fits the file.',
    validateInput: networkNameProblem,
  });
  if (name === undefined) {
    return;
  }

  const client = server.running;
  if (client === undefined) {
    void window.showErrorMessage('The LspCompose language server is not running. Restart it and try again.');
    return;
  }
  const report = (await client.sendRequest(ExecuteCommandRequest.type, {
    command: 'lspcompose.convertLinks',
    arguments: [client.code2ProtocolConverter.asUri(document.uri), name.trim() === '' ? null : name.trim()],
  })) as ConversionReport;
  await tell(summarise(report), output);
}

async function tell(summary: ConversionSummary, output: OutputChannel): Promise<void> {
  for (const line of [summary.headline, ...summary.details]) {
    output.appendLine(line);
  }
  const buttons = summary.details.length === 0 ? [] : ['Show Output'];
  const show = summary.severity === 'warning' ? window.showWarningMessage : window.showInformationMessage;
  if ((await show(summary.headline, ...buttons)) !== undefined) {
    output.show();
  }
}
