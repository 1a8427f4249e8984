/** The server's answer to `lspcompose.convertLinks`. */
export interface ConversionReport {
  /** Whether the edit was applied. */
  readonly applied: boolean;
  readonly converted: readonly ConversionNote[];
  /** What could not be converted, and why. */
  readonly left: readonly ConversionNote[];
  /** What will be different when the containers run. */
  readonly runtimeChanges: readonly string[];
}

/** One line of the report about a place of the file before the conversion. */
export interface ConversionNote {
  readonly range: { readonly start: { readonly line: number } };
  readonly message: string;
}

/** What the user is told after a conversion. */
export interface ConversionSummary {
  readonly severity: 'information' | 'warning';
  /** One sentence. */
  readonly headline: string;
  /** Lines for the output channel. */
  readonly details: readonly string[];
}

/** Puts a report into words. */
export function summarise(report: ConversionReport): ConversionSummary {
  const details = [
    ...report.converted.map((note) => `converted, line ${note.range.start.line + 1}: ${note.message}`),
    ...report.left.map((note) => `left, line ${note.range.start.line + 1}: ${note.message}`),
    ...report.runtimeChanges.map((change) => `when it runs: ${change}`),
  ];
  if (report.left.length > 0) {
    const headline = report.applied
      ? `The links were converted, except ${report.left.length} that ${report.left.length === 1 ? 'needs' : 'need'} you to decide.`
      : `No link was converted: ${report.left.length} ${report.left.length === 1 ? 'needs' : 'need'} you to decide.`;
    return { severity: 'warning', headline, details };
  }
  if (report.converted.length === 0) {
    return { severity: 'information', headline: 'This file has no links to convert.', details };
  }
  if (!report.applied) {
    return { severity: 'warning', headline: 'The conversion was not applied.', details };
  }
  const headline = report.runtimeChanges.length === 0 ? 'All links were converted.' : 'All links were converted; the output tells what changes when the containers run.';
  return { severity: 'information', headline, details };
}
