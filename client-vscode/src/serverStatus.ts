import { type Disposable, LanguageStatusSeverity, languages } from 'vscode';
import { composeDocuments } from './composeFiles';

/** What the language server is doing. */
export type ServerState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'running'; readonly version: string | undefined }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly message: string };

/** Shows the state of the language server beside the language of a compose file. */
export class ServerStatus implements Disposable {
  private readonly item = languages.createLanguageStatusItem('lspcompose.server', composeDocuments);

  constructor() {
    this.item.name = 'LspCompose';
    this.item.command = { command: 'lspcompose.showServerActions', title: 'Restart or show output' };
    this.show({ kind: 'starting' });
  }

  show(state: ServerState): void {
    const { item } = this;
    item.busy = state.kind === 'starting';
    item.severity = LanguageStatusSeverity.Information;
    item.detail = '';
    switch (state.kind) {
      case 'starting':
        item.text = 'LspCompose starting';
        break;
      case 'running':
        item.text = state.version === undefined ? 'LspCompose running' : `LspCompose ${state.version} running`;
        break;
      case 'stopped':
        item.severity = LanguageStatusSeverity.Warning;
        item.text = 'LspCompose stopped';
        break;
      case 'failed':
        item.severity = LanguageStatusSeverity.Error;
        item.text = 'LspCompose failed';
        item.detail = state.message;
        break;
    }
  }

  dispose(): void {
    this.item.dispose();
  }
}
