// npm run rules: takes the rules, their descriptions and severities, and the settings of the formatter over from schemas/settings.schema.json into
// the settings of the extension and of the Rider template. Run it when one was added; a test fails until then.
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

// Nothing set in the editor leaves a setting to .lspcompose.yaml.
const format = Object.entries(schema.properties.format.properties).map(([key, setting]) => [
  `lspcompose.format.${key}`,
  { description: setting.description, type: [typeof setting.enum[0] === 'number' ? 'number' : 'string', 'null'], enum: [null, ...setting.enum], default: null },
]);

const manifestFile = path.join(clientFolder, 'package.json');
const manifest = read(manifestFile);
const settings = manifest.contributes.configuration.properties;
settings['lspcompose.rules'].properties = rules;
format.forEach(([key, setting], index) => {
  settings[key] = { ...setting, scope: 'window', order: 10 + index };
});
write(manifestFile, manifest);

const templateFile = path.join(repositoryFolder, 'client-rider/lspcompose/settings.schema.json');
const template = read(templateFile);
template.properties['lspcompose.rules'].properties = rules;
Object.assign(template.properties, Object.fromEntries(format));
write(templateFile, template);

const templateSettingsFile = path.join(repositoryFolder, 'client-rider/lspcompose/settings.json');
write(templateSettingsFile, { ...read(templateSettingsFile), ...Object.fromEntries(format.map(([key]) => [key, null])) });
