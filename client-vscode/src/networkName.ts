const allowedName = /^[a-zA-Z0-9._-]+$/;

/** Says what is wrong with a network name typed by the user; undefined if it can be used. Empty is fine: a name is derived. */
export function networkNameProblem(text: string): string | undefined {
  const name = text.trim();
  if (name === '' || allowedName.test(name)) {
    return undefined;
  }
  return `"${name}" cannot name a network. Use letters, digits, ".", "_" and "-" only.`;
}
