// Chromium translates a page by putting <font> elements in the place of its texts,
// or around them. The page goes on changing the texts that it made, which nobody
// would see then: each is put back before it is changed, and translated anew.

const standsFor = new WeakMap();
const taken = new WeakSet();
const isText = (node) => node?.nodeType === Node.TEXT_NODE;
const isFont = (node) => node?.nodeName === 'FONT';
let parentOf;

function putBack(node) {
  if (!isText(node)) return;
  let font = standsFor.get(node);
  standsFor.delete(node);
  for (let around = parentOf.call(node); isFont(around); around = parentOf.call(around)) font = around;
  if (font !== undefined && parentOf.call(font) !== null) font.replaceWith(node);
}

// Where nobody translates nothing is changed.
function begin() {
  if (parentOf) return;
  parentOf = Object.getOwnPropertyDescriptor(Node.prototype, 'parentNode').get;
  const first = ({ prototype }, name, how) => {
    const own = Object.getOwnPropertyDescriptor(prototype, name);
    const act = own[how];
    own[how] = function (...nodes) {
      for (const node of [this, ...nodes]) putBack(node);
      return act.apply(this, nodes);
    };
    Object.defineProperty(prototype, name, own);
  };
  // What changes the page's texts and their places.
  first(Node, 'parentNode', 'get');
  first(Node, 'nodeValue', 'set');
  first(Node, 'insertBefore', 'value');
  first(Node, 'removeChild', 'value');
  first(CharacterData, 'remove', 'value');
}

new MutationObserver((changes) => {
  for (const { addedNodes, removedNodes, previousSibling, nextSibling } of changes) {
    const added = [...addedNodes].filter(isFont);
    if (added.length > 0) begin();
    for (const text of removedNodes) {
      if (!isText(text)) continue;
      // It may have been put beside the text first.
      const font = [...added, previousSibling, nextSibling].find((own) => isFont(own) && !taken.has(own));
      if (font === undefined) continue;
      taken.add(font);
      standsFor.set(text, font);
    }
  }
}).observe(document.body, { subtree: true, childList: true });
