// npm run rules: takes the rules, their descriptions and severities over from schemas/settings.schema.json into the settings of the extension
// and of the Rider template. Run it when a rule was added; a test fails until then.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { clientFolder, repositoryFolder } from './layout.mjs';

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const write = (file, json) => writeFileSync(file, `${JSON.stringify(json, null, 2)}\n`);

const schema = read(path.join(repositoryFolder, 'schemas/settings.schema.json'));
const rules = Object.fromEntries(
  Object.entries(schema.properties.rules.properties).map(([id, rule]) => [
    id,
    { description: rule.description, enum: rule.enum.filter((severity) => typeof severity === 'string'), default: rule.default },
  ]),
);

const manifestFile = path.join(clientFolder, 'package.json');
const manifest = read(manifestFile);
manifest.contributes.configuration.properties['lspcompose.rules'].properties = rules;
write(manifestFile, manifest);

const templateFile = path.join(repositoryFolder, 'client-rider/lspcompose/settings.schema.json');
const template = read(templateFile);
template.properties['lspcompose.rules'].properties = rules;
write(templateFile, template);
