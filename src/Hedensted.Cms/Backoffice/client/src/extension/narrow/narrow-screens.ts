/**
 * Umbraco 18.2 gives the tree 200 pixels and what stands beside it at least 600, whatever the screen has. On a phone the tree lies
 * over the page instead, when it is asked for, and the page has the whole width.
 */
const folded = `@media (max-width: 700px) {
  :host([lock='start']) #main {
    display: block !important;
  }
  :host([lock='start']) #divider {
    display: none !important;
  }
  :host([lock='start']) slot[name='end'] {
    width: 100% !important;
    height: 100%;
  }
  :host([lock='start']) slot[name='start'] {
    display: var(--hedensted-tree, none);
    position: absolute;
    z-index: 2; /* above the header of what it lies over */
    inset: 0 15% 0 0;
    width: auto !important;
    box-shadow: var(--uui-shadow-depth-5);
  }
}`;

/** From now on, also in the panel that is on the screen already: all of them share one style sheet. */
export async function foldOnNarrowScreens(): Promise<void> {
  await customElements.whenDefined('umb-split-panel');
  const panel = customElements.get('umb-split-panel') as unknown as { elementStyles: { styleSheet: CSSStyleSheet }[] };
  const sheet = panel.elementStyles[0]!.styleSheet;
  sheet.insertRule(folded, sheet.cssRules.length);
}
