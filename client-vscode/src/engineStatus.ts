import { type Disposable, LanguageStatusSeverity, languages } from 'vscode';
import { composeDocuments } from './composeFiles';
import { type EngineState, engineWords } from './engineState';

/** Shows beside the language of a Compose file whether a Docker engine was found. Everything works without one, so it is never a warning. */
export class EngineStatus implements Disposable {
  private readonly item = languages.createLanguageStatusItem('lspcompose.engine', composeDocuments);

  constructor() {
    this.item.name = 'Docker engine';
    this.item.severity = LanguageStatusSeverity.Information;
    this.item.command = { command: 'workbench.action.openSettings', title: 'Settings', arguments: ['lspcompose.engine'] };
    this.forget();
  }

  show(engine: EngineState): void {
    const { text, detail } = engineWords(engine);
    this.item.text = text;
    this.item.detail = detail;
    this.item.busy = engine.state === 'looking';
  }

  /** Whoever told the last state runs no more. */
  forget(): void {
    this.show({ state: 'off', version: '', context: '', endpoint: '', reason: '' });
  }

  dispose(): void {
    this.item.dispose();
  }
}
