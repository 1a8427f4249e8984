/** The page around a drawing of the server: no script, and no style but the page's and the drawing's own. */
export function graphPage(svg: string, nonce: string): string {
  // The first style is the drawing's; a text of the file that says "<style>" is escaped in it.
  return page(svg.replace('<style>', `<style nonce="${nonce}">`), nonce);
}

/** The page that says why there is no drawing. */
export function messagePage(message: string, nonce: string): string {
  return page(`<p>${escapeHtml(message)}</p>`, nonce);
}

function page(body: string, nonce: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'">
<style nonce="${nonce}">body { margin: 0; padding: 0; color: var(--vscode-editor-foreground); background: var(--vscode-editor-background) } p { padding: 1em }</style>
</head>
<body>
${body}
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
