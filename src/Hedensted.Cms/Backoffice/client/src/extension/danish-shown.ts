/**
 * Texts that Umbraco 18.2 writes in English into its elements' templates, by element. Where one is shown, as text or in an attribute,
 * the Danish one takes its place after every drawing.
 */
const shown: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'umb-app-language-select': { 'App language': 'Sprog' },
  'umb-block-action': { Invalid: 'Udfyldt forkert' },
  'umb-block-catalogue-modal': { 'Create Empty': 'Opret tom', Clipboard: 'Udklipsholder' },
  'umb-block-list-entry': { 'Invalid content': 'Blokken er udfyldt forkert' },
  'umb-content-rollback-modal': { Rollback: 'Fortryd ændringer', 'No selected version': 'Vælg en version for at se, hvad den ændrer' },
  'umb-data-type-details-workspace-view': { 'Property Editor': 'Felteditor', 'Data Source': 'Datakilde' },
  'umb-input-block-type': { 'Remove block': 'Fjern blokken' },
  'umb-input-dropzone': { 'An error occurred': 'Det lykkedes ikke', Cancelled: 'Annulleret' },
  'umb-language-details-workspace-view': {
    Language: 'Sprog',
    'ISO Code': 'ISO-kode',
    Settings: 'Indstillinger',
    'Default language': 'Standardsprog',
    'An Umbraco site can only have one default language set.': 'Der kan kun være ét standardsprog.',
    'Switching default language may result in default content missing.': 'Skiftes standardsproget, kan der mangle indhold på det.',
    'Mandatory language': 'Obligatorisk sprog',
    'Properties on this language have to be filled out before the node can be published.': 'Felterne på dette sprog skal være udfyldt, før siden kan udgives.',
    'Fallback language': 'Reservesprog',
    'To allow multi-lingual content to fall back to another language if not present in the requested language, select it here.':
      'Vælg det sprog, som vises, hvor indholdet ikke findes på dette.',
  },
  'umb-rollback-modal': { Rollback: 'Fortryd ændringer', 'No selected version': 'Vælg en version for at se, hvad den ændrer' },
  'umb-rte-block': { 'Invalid content': 'Blokken er udfyldt forkert' },
  'umb-tags-input': { 'Enter tag': 'Skriv et nøgleord', 'tag input': 'Nøgleord' },
  'umb-tiptap-table-properties-modal': { 'Table properties': 'Tabellens egenskaber' },
  'umb-tiptap-toolbar-color-picker-button': { 'Open color picker': 'Vælg farve' },
  'umb-workspace-breadcrumb': { Languages: 'Sprog' },
  'umb-workspace-view-data-type-info': {
    General: 'Generelt',
    'Property Editor Schema Alias': 'Felteditorens skema-alias',
    'Property Editor UI Alias': 'Alias for felteditorens brugerflade',
    'Property Editor Data Source Alias': 'Datakildens alias',
  },
};

const attributes = ['label', 'headline', 'placeholder', 'aria-label', 'description'];

interface Drawn {
  renderRoot: Node;
  updated?: (changed: unknown) => void;
}

/** Shows Danish from now on in every element above, also in those that are not loaded yet. */
export async function translateShown(): Promise<void> {
  await Promise.all(Object.entries(shown).map(([tag, texts]) => customElements.whenDefined(tag).then((element) => translateIn(element.prototype as Drawn, texts))));
}

function translateIn(prototype: Drawn, texts: Readonly<Record<string, string>>): void {
  const { updated } = prototype;
  prototype.updated = function (changed) {
    updated?.call(this, changed);
    const nodes = document.createTreeWalker(this.renderRoot, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (nodes.nextNode()) translate(nodes.currentNode, texts);
  };
}

function translate(node: Node, texts: Readonly<Record<string, string>>): void {
  if (node instanceof Element) {
    for (const attribute of attributes) {
      const danish = texts[node.getAttribute(attribute) ?? ''];
      if (danish) node.setAttribute(attribute, danish);
    }
    return;
  }
  const danish = texts[node.nodeValue?.trim().replace(/\s+/g, ' ') ?? ''];
  if (danish) node.nodeValue = danish;
}
