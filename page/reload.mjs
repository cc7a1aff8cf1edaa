// While somebody works at Råderum, `trunk serve` puts a script into the page that loads it anew after a build. The page's policy lets
// in no script that stands in it: the script gets a file of its own.

const SCRIPT = /<script>([^<]*\{\{__TRUNK_ADDRESS__\}\}.*?)<\/script>/s;

/** The script that loads a page anew, and the page without it, if there is one in the page. */
export function reloading(page) {
  const [, text] = SCRIPT.exec(page) ?? [];
  if (text === undefined) return undefined;
  // Trunk fills these in only where they stand in a page.
  const script = text
    .replace("'{{__TRUNK_ADDRESS__}}'", "location.host")
    .replace("{{__TRUNK_WS_BASE__}}", "/");
  if (script.includes("{{")) throw new Error("Trunk's script has a hole that is not known");
  return {
    script,
    page: page
      .replace(SCRIPT, '<script src="reload.js" defer></script>')
      // Without it, the page has no worker, which would keep old builds.
      .replace(/ *<link rel="manifest"[^>]*>\n/, ""),
  };
}
