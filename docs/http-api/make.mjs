// Makes one page of the HTTP API that needs nothing else, no network either: make.mjs SPECIFICATION.json STANDALONE.js PAGE.html
import fs from 'node:fs';

const [specification, viewer, page] = process.argv.slice(2);
if (!page) {
  console.error('usage: make.mjs SPECIFICATION.json STANDALONE.js PAGE.html');
  process.exit(2);
}

// Inside a script element these two end it, whatever the language says.
const inline = text => text.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');

const content = JSON.parse(fs.readFileSync(specification, 'utf8'));
const settings = { content, defaultOpenAllTags: true, withDefaultFonts: false, telemetry: false, hideClientButton: true, documentDownloadType: 'both' };
const policy = "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; connect-src blob: data:";
fs.writeFileSync(page, `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${content.info.title} ${content.info.version}</title>
</head>
<body>
<div id="api"></div>
<script>${inline(fs.readFileSync(viewer, 'utf8'))}</script>
<script>Scalar.createApiReference('#api', ${inline(JSON.stringify(settings))});</script>
</body>
</html>
`);
