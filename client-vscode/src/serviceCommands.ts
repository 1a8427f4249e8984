/** What can be done with a service by the user's own Docker Compose. */
export type ServiceVerb = 'up' | 'logs' | 'restart' | 'down';

/** The verbs, each with the arguments Compose takes for it before the name of the service. */
const verbs: Readonly<Record<ServiceVerb, readonly string[]>> = {
  up: ['up', '--detach'],
  logs: ['logs', '--follow'],
  restart: ['restart'],
  down: ['down'],
};

/** The commands that code lenses of the server may name because this extension has them. */
export const lensCommands = ['lspcompose.showReferences', ...Object.keys(verbs).map((verb) => `lspcompose.${verb}`)];

/** The arguments of `docker` that do something with one service of the project made of some files. */
export function composeArguments(verb: ServiceVerb, files: readonly string[], service: string): string[] {
  return ['compose', ...files.flatMap((file) => ['--file', file]), ...verbs[verb], service];
}
