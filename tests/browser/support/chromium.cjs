// How whatever drives the machine's own Chromium starts it: the tests, the measurements, the pictures and the audit.

exports.EXECUTABLE = process.env.CHROMIUM ?? "/usr/bin/chromium-headless-shell";

exports.ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
