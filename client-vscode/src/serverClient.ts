import { homedir } from 'node:os';
import { EventEmitter, type ExtensionContext, type OutputChannel, commands, window, workspace } from 'vscode';
import { CloseAction, ErrorAction, type ErrorHandler, LanguageClient, State } from 'vscode-languageclient/node';
import { composeDocuments } from './composeFiles';
import type { EngineState } from './engineState';
import type { EngineStatus } from './engineStatus';
import { RestartPolicy } from './restartPolicy';
import { locateServer } from './serverLocation';
import { lensCommands } from './serviceCommands';
import type { ServerStatus } from './serverStatus';

const deathLimit = 4;
const deathWindowMinutes = 3;
const startGraceMilliseconds = 5000;

/** Starts, restarts and stops the language server; one at a time, in the order asked. */
export class ServerClient {
  private client: LanguageClient | undefined;
  private work: Promise<void> = Promise.resolve();
  private readonly started = new EventEmitter<void>();

  /** Fires whenever a server has started. */
  readonly onDidStart = this.started.event;

  constructor(
    private readonly context: ExtensionContext,
    private readonly output: OutputChannel,
    private readonly status: ServerStatus,
    private readonly engine: EngineStatus,
  ) {}

  /** The client of the running server; undefined while none runs. */
  get running(): LanguageClient | undefined {
    return this.client?.isRunning() ? this.client : undefined;
  }

  /** Starts the server, after stopping the one that runs. */
  restart(): Promise<void> {
    return this.enqueue(async () => {
      await this.stopNow();
      await this.startNow();
    });
  }

  /** Stops the server. */
  stop(): Promise<void> {
    return this.enqueue(() => this.stopNow());
  }

  private enqueue(step: () => Promise<void>): Promise<void> {
    this.work = this.work.then(step, step);
    return this.work;
  }

  private async startNow(): Promise<void> {
    this.status.show({ kind: 'starting' });
    const location = locateServer({
      setting: workspace.getConfiguration('lspcompose').get<string>('server.path', ''),
      extensionFolder: this.context.extensionPath,
      homeFolder: homedir(),
      workspaceFolder: workspace.workspaceFolders?.[0]?.uri.fsPath,
      platform: process.platform,
      searchPath: process.env['PATH'] ?? '',
    });
    if (location.kind === 'problem') {
      this.fail(location.message);
      return;
    }

    this.output.appendLine(`Starting ${location.path}`);
    const client = this.createClient(location.path);
    this.client = client;
    try {
      await client.start();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.fail(`The language server ${location.path} did not start: ${reason}`);
    }
  }

  private async stopNow(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    this.status.show({ kind: 'stopped' });
    this.engine.forget();
    if (client === undefined) {
      return;
    }
    try {
      if (client.state === State.Starting) {
        // After a crash; a client in this state cannot be stopped.
        await Promise.race([client.start(), new Promise((resolve) => setTimeout(resolve, startGraceMilliseconds))]);
      }
      await client.dispose();
    } catch (error) {
      // The server died or does not answer: the client library ends it.
      this.output.appendLine(`Stopping the language server: ${String(error)}`);
    }
  }

  private createClient(program: string): LanguageClient {
    let hasRun = false;
    const policy = new RestartPolicy(deathLimit, deathWindowMinutes * 60_000, () => performance.now());
    const errorHandler: ErrorHandler = {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => {
        if (this.client === client && hasRun) {
          if (policy.mayRestart()) {
            this.output.appendLine('The language server ended unexpectedly; it is started again.');
            return { action: CloseAction.Restart, handled: true };
          }
          this.fail(`The language server ended ${deathLimit + 1} times within ${deathWindowMinutes} minutes and is not started again.`);
        }
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    };

    const client = new CalmLanguageClient(
      // Also the prefix of the setting "lspcompose.trace.server".
      'lspcompose',
      'LspCompose',
      { command: program, args: ['lsp', '--stdio'] },
      {
        documentSelector: composeDocuments,
        outputChannel: this.output,
        errorHandler,
        initializationOptions: { lspcompose: { commands: lensCommands, engineStatus: true } },
        initializationFailedHandler: () => false,
      },
    );
    client.onNotification('lspcompose/engineStatus', (engine: EngineState) => {
      if (this.client === client) {
        this.engine.show(engine);
      }
    });
    client.onDidChangeState(({ newState }) => {
      if (this.client !== client) {
        return;
      }
      switch (newState) {
        case State.Starting:
          this.status.show({ kind: 'starting' });
          break;
        case State.Running:
          hasRun = true;
          this.status.show({ kind: 'running', version: client.initializeResult?.serverInfo?.version });
          this.started.fire();
          break;
        case State.Stopped:
          this.status.show({ kind: 'stopped' });
          this.engine.forget();
          break;
      }
    });
    return client;
  }

  /** Gives up the client and shows what is wrong, with the next steps as buttons. */
  private fail(message: string): void {
    this.client = undefined;
    this.output.appendLine(message);
    this.status.show({ kind: 'failed', message });
    void window.showErrorMessage(message, 'Open Settings', 'Show Output').then((choice) => {
      if (choice === 'Open Settings') {
        void commands.executeCommand('workbench.action.openSettings', 'lspcompose.server.path');
      } else if (choice === 'Show Output') {
        this.output.show();
      }
    });
  }
}

/** A client whose failures to start or to stay up are only logged: `ServerClient` shows them once, with next steps. */
class CalmLanguageClient extends LanguageClient {
  override error(message: string, data?: unknown, showNotification?: boolean | 'force'): void {
    super.error(message, data, showNotification === 'force' ? false : showNotification);
  }
}
