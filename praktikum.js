/**
 * The short way to every program of this workspace: `node praktikum client localhost 12345`. Plain
 * JavaScript that old versions of Node can read as well, to say that they are too old.
 */
const [major, minor] = process.versions.node.split('.').map(Number);
if (major > 20 || (major === 20 && minor >= 19)) {
  const { launch } = await import('./tools/launch/launch.mjs');
  process.exitCode = await launch(process.argv.slice(2));
} else {
  console.error(
    `Node.js ${process.versions.node} terlalu lama: pasang 20.19 atau yang lebih baru (https://nodejs.org).\n` +
      `Node.js ${process.versions.node} is too old: install 20.19 or newer (https://nodejs.org).`,
  );
  process.exitCode = 1;
}
