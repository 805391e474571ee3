/**
 * For whoever takes pnpm or Yarn: they would install other versions, in another layout, and leave a lockfile
 * of their own. npm reads neither `.yarnrc.yml` nor `.pnpmfile.cjs`, which lead here.
 */
console.error(
  'Folder ini dipasang dan dijalankan dengan npm: npm start\n' +
    'This folder is installed and run with npm: npm start',
);
process.exit(1);
