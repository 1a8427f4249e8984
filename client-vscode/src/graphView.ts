import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { Disposable, type TextDocument, ViewColumn, type WebviewPanel, languages, window, workspace } from 'vscode';
import { ExecuteCommandRequest } from 'vscode-languageclient/node';
import { composeDocuments } from './composeFiles';
import { graphPage, messagePage } from './graphPage';
import type { ServerClient } from './serverClient';

/** How long to wait for the next key before the drawing is made anew. */
const pauseMilliseconds = 250;

/** A drawing of the services and networks of a Compose file, before and after its migration, beside its editor. It follows the file and the active editor. */
export class GraphView implements Disposable {
  private open: { readonly panel: WebviewPanel; readonly listeners: Disposable; document: TextDocument } | undefined;
  private timer: NodeJS.Timeout | undefined;
  private asked = 0;

  constructor(private readonly server: ServerClient) {}

  /** Shows the drawing of the active file. */
  async show(): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (document === undefined || !isCompose(document)) {
      void window.showInformationMessage('Open a Compose file to see its services and networks.');
      return;
    }
    if (this.open === undefined) {
      this.open = this.create(document);
    } else {
      this.open.document = document;
      this.open.panel.reveal(undefined, true);
    }
    await this.draw();
  }

  dispose(): void {
    this.open?.panel.dispose();
  }

  private create(document: TextDocument): { readonly panel: WebviewPanel; readonly listeners: Disposable; document: TextDocument } {
    const panel = window.createWebviewPanel('lspcompose.graph', 'Services and Networks', { viewColumn: ViewColumn.Beside, preserveFocus: true }, { enableScripts: false, localResourceRoots: [] });
    const listeners = Disposable.from(
      // Other files may be part of the same project.
      workspace.onDidChangeTextDocument((change) => {
        if (isCompose(change.document) && change.contentChanges.length > 0) {
          this.drawSoon();
        }
      }),
      window.onDidChangeActiveTextEditor((editor) => {
        if (editor !== undefined && isCompose(editor.document) && this.open !== undefined && this.open.document !== editor.document) {
          this.open.document = editor.document;
          void this.draw();
        }
      }),
      this.server.onDidStart(() => this.drawSoon()),
    );
    panel.onDidDispose(() => {
      this.open = undefined;
      clearTimeout(this.timer);
      listeners.dispose();
    });
    return { panel, listeners, document };
  }

  private drawSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.draw(), pauseMilliseconds);
  }

  private async draw(): Promise<void> {
    const { open } = this;
    if (open === undefined) {
      return;
    }
    clearTimeout(this.timer);
    const question = ++this.asked;
    const nonce = randomBytes(16).toString('base64');
    const html = await this.page(open.document, nonce);
    // The answer to an older question, or one that came after the view was closed, shows nothing.
    if (question === this.asked && open === this.open) {
      open.panel.title = `Services and Networks: ${path.basename(open.document.fileName)}`;
      open.panel.webview.html = html;
    }
  }

  private async page(document: TextDocument, nonce: string): Promise<string> {
    const client = this.server.running;
    if (client === undefined) {
      return messagePage('The LspCompose language server is not running. The drawing comes when it is started.', nonce);
    }
    try {
      const answer = (await client.sendRequest(ExecuteCommandRequest.type, {
        command: 'lspcompose.graph',
        arguments: [client.code2ProtocolConverter.asUri(document.uri)],
      })) as { readonly svg: string };
      return graphPage(answer.svg, nonce);
    } catch (error) {
      return messagePage(`There is no drawing of this file: ${error instanceof Error ? error.message : String(error)}`, nonce);
    }
  }
}

function isCompose(document: TextDocument): boolean {
  return languages.match(composeDocuments, document) > 0;
}
