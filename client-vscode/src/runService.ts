import path from 'node:path';
import { ProcessExecution, Task, TaskPanelKind, TaskRevealKind, Uri, tasks, workspace } from 'vscode';
import { type ServiceVerb, composeArguments } from './serviceCommands';

/** Has the user's own Docker Compose do something with a service, in a terminal the user sees. */
export async function runService(verb: ServiceVerb, uri: string, files: readonly string[], service: string): Promise<void> {
  const folder = workspace.getWorkspaceFolder(Uri.parse(uri));
  const [first] = files;
  const task = new Task(
    { type: 'lspcompose', verb, service },
    folder ?? 1,
    `compose ${verb} ${service}`,
    'LspCompose',
    // No shell, so nothing needs to be quoted for one.
    new ProcessExecution('docker', composeArguments(verb, files, service), first === undefined ? {} : { cwd: path.dirname(first) }),
    [],
  );
  task.presentationOptions = { reveal: TaskRevealKind.Always, panel: TaskPanelKind.Shared };
  await tasks.executeTask(task);
}
