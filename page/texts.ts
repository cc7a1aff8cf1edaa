// Keeps the program's texts in the page where a browser translates it, or an extension does. They put `<font>` elements in the
// place of text nodes, but the program goes on writing to its nodes, which nobody sees then: figures stand still, without a word.
// Here such a node goes back to where it was, empty, before its stand-in; when the program writes to it, the stand-in goes.

/** What stands in the place of a text node of the program, and what the node said. */
interface Replaced {
  standIn: Element;
  said: string;
}

/** Follows what others do to the page's texts, as long as the page lives. */
export function keepTexts(): void {
  const replaced = new WeakMap<Text, Replaced>();
  const textsOf = new WeakMap<Element, Set<Text>>();

  /** Takes a stand-in away. What no other text says any more is said by its node again. */
  const remove = (standIn: Element): void => {
    standIn.remove();
    for (const text of textsOf.get(standIn) ?? []) {
      text.data = replaced.get(text)!.said;
      replaced.delete(text);
    }
    textsOf.delete(standIn);
  };

  /** The program has written to a node, or has taken it away. */
  const release = (text: Text, { standIn }: Replaced): void => {
    replaced.delete(text);
    textsOf.get(standIn)?.delete(text);
    remove(standIn);
  };

  const look = (records: MutationRecord[]): void => {
    const added = new Set(records.flatMap((record) => [...record.addedNodes]));
    const isStandIn = (node: Node | null): node is Element =>
      node?.nodeName === "FONT" && node.isConnected && added.has(node);
    for (const { type, target, addedNodes, removedNodes, previousSibling, nextSibling } of records) {
      if (type === "characterData") {
        const known = replaced.get(target as Text);
        if (known) release(target as Text, known);
        continue;
      }
      for (const node of removedNodes) {
        if (node.isConnected) continue;
        if (node instanceof Element && textsOf.has(node)) remove(node);
        if (!(node instanceof Text)) continue;
        const known = replaced.get(node);
        if (known) {
          release(node, known);
          continue;
        }
        const standIn = [...addedNodes, previousSibling, nextSibling].find(isStandIn);
        if (!standIn) continue;
        standIn.before(node);
        replaced.set(node, { standIn, said: node.data });
        textsOf.set(standIn, (textsOf.get(standIn) ?? new Set()).add(node));
        // What was written to it since counts at once: the record of that comes later in the list.
        if (!records.some((record) => record.type === "characterData" && record.target === node)) node.data = "";
      }
    }
    // What was done here is no news.
    observer.takeRecords();
  };

  const observer = new MutationObserver(look);
  observer.observe(document, { characterData: true, childList: true, subtree: true });
}
