/** Parameters of the notification `lspcompose/engineStatus`. */
export interface EngineState {
  readonly state: 'off' | 'looking' | 'connected' | 'notFound' | 'forbidden' | 'notAnswering' | 'misconfigured' | 'failed';
  readonly version: string;
  readonly context: string;
  readonly endpoint: string;
  readonly reason: string;
}

const withoutConnection: Readonly<Record<Exclude<EngineState['state'], 'connected'>, string>> = {
  off: 'Docker engine not looked at',
  looking: 'Looking for the Docker engine',
  notFound: 'Docker engine not found',
  forbidden: 'Docker engine refuses access',
  notAnswering: 'Docker engine does not answer',
  misconfigured: 'Docker engine misconfigured',
  failed: 'Docker engine fails',
};

/** What is shown of the Docker engine: a few words, and why or where. */
export function engineWords(engine: EngineState): { readonly text: string; readonly detail: string } {
  if (engine.state !== 'connected') {
    return { text: withoutConnection[engine.state] ?? 'Docker engine unknown', detail: engine.reason };
  }
  return { text: `Docker engine ${engine.version}`, detail: [engine.context, engine.endpoint].filter((part) => part !== '').join(' · ') };
}
