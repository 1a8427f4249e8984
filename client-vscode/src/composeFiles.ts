import type { DocumentFilter } from 'vscode-languageclient/node';

/** The file names under which a plain YAML file is taken for a Compose file. */
export const composeFileGlob = '**/{compose*,docker-compose*,*.compose,*-compose}.{yml,yaml}';

/** The name Compose files had when Compose was called Fig. */
export const figFileGlob = '**/fig.yml';

/** The documents the language server is asked about. */
export const composeDocuments: DocumentFilter[] = [
  { language: 'dockercompose', scheme: 'file' },
  { language: 'dockercompose', scheme: 'untitled' },
  { language: 'yaml', scheme: 'file', pattern: composeFileGlob },
  { language: 'yaml', scheme: 'file', pattern: figFileGlob },
];
