/**
 * Texts that Umbraco 18.2 writes in English into its elements' templates, by element. Where one is shown, as text or in an attribute,
 * the Danish one takes its place after every drawing.
 */
const shown: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'umb-app-language-select': { 'App language': 'Sprog' },
  'umb-block-action': { Invalid: 'Udfyldt forkert' },
  'umb-block-catalogue-modal': { 'Create Empty': 'Opret tom', Clipboard: 'Udklipsholder' },
  'umb-block-list-entry': { 'Invalid content': 'Blokken er udfyldt forkert' },
  'umb-block-rte-type-workspace-view-settings': {
    'Editor Appearance': 'Udseende i editoren',
    'Data models': 'Datamodeller',
    'Catalogue appearance': 'Udseende i kataloget',
    'Content Model': 'Indholdsmodel',
    'Settings Model': 'Indstillingsmodel',
    'Background color': 'Baggrundsfarve',
    'Icon color': 'Ikonfarve',
    'Display Inline': 'Vis i linjen',
    'Overlay size': 'Størrelse på vinduet',
    Label: 'Etiket',
    Thumbnail: 'Miniature',
  },
  'umb-clipboard-entry-picker': { 'There are no items in the clipboard.': 'Udklipsholderen er tom.' },
  'umb-collection-selection-actions': { of: ' af ', selected: ' valgt' },
  'umb-collection-view-bundle': { status: 'Visning' },
  'umb-composition-picker-modal': { 'Loading compositions': 'Henter kompositioner' },
  'umb-confirm-bulk-action-modal-entity-references': { 'The following items are used by other content.': 'Disse bruges af andet indhold:' },
  'umb-content-rollback-modal': { 'No versions available': 'Der er ingen tidligere versioner', Rollback: 'Fortryd ændringer', 'No selected version': 'Vælg en version for at se, hvad den ændrer' },
  'umb-create-blueprint-modal': { name: 'Navn' },
  'umb-create-user-client-credential-modal': {
    'Create client credential': 'Opret klientoplysninger',
    Create: 'Opret',
    Cancel: 'Annullér',
    Secret: 'Hemmelighed',
    secret: 'Hemmelighed',
    unique: 'Klient-id',
    'The secret cannot be retrieved again.': 'Hemmeligheden kan ikke vises igen.',
  },
  'umb-create-user-modal': {
    'Create user': 'Opret bruger',
    Cancel: 'Annullér',
    Name: 'Navn',
    name: 'Navn',
    Email: 'E-mail',
    email: 'E-mail',
    'User group': 'Brugergruppe',
    'Add groups to assign access and permissions': 'Tilføj grupper for at give adgang og rettigheder',
  },
  'umb-dashboard-health-check-group': { 'Perform checks': 'Kør tjek', 'Read more': 'Læs mere' },
  'umb-dashboard-health-check-overview': { 'Health Check': 'Sundhedstjek', 'Perform all checks': 'Kør alle tjek' },
  'umb-data-type-details-workspace-view': { 'Property Editor': 'Felteditor', 'Data Source': 'Datakilde' },
  'umb-data-type-flow-input': { Change: 'Skift' },
  'umb-data-type-picker-flow-modal': {
    'Load more': 'Vis flere',
    'Nothing matches your search, try another search term.': 'Intet passer til søgningen. Prøv et andet ord.',
  },
  'umb-document-item-ref': { Draft: 'Kladde', Trashed: 'I papirkurven' },
  'umb-document-property-value-user-permission-flow-modal': { 'Choose Document Type': 'Vælg dokumenttype' },
  'umb-document-property-value-user-permission-flow-property-type-modal': { 'Choose Property': 'Vælg felt', Close: 'Luk' },
  'umb-document-search-result-item': { Draft: 'Kladde', Trashed: 'I papirkurven' },
  'umb-document-type-workspace-view-settings': {
    'Data variations': 'Variationer',
    'Allow editors to segment their content.': 'Lad redaktører opdele deres indhold i segmenter.',
  },
  'umb-dropzone-media-type-picker-modal': { 'Auto pick': 'Vælg selv', Automatically: 'Automatisk' },
  'umb-embedded-media-modal': { Embed: 'Indlejr' },
  'umb-input-block-type': { Add: 'Tilføj', open: 'Åbn', 'Remove block': 'Fjern blokken' },
  'umb-input-color': { 'Color picker': 'Farvevælger' },
  'umb-input-content': { 'Type could not be found.': 'Typen blev ikke fundet.' },
  'umb-input-document-granular-user-permission': { Trashed: 'I papirkurven' },
  'umb-input-dropzone': { 'An error occurred': 'Det lykkedes ikke', Cancelled: 'Annulleret' },
  'umb-input-eye-dropper': { 'Eye dropper': 'Pipette' },
  'umb-input-media': { Trashed: 'I papirkurven' },
  'umb-input-multiple-text-string': { Add: 'Tilføj' },
  'umb-input-multiple-text-string-item': { Value: 'Værdi' },
  'umb-input-rich-media': { Trashed: 'I papirkurven' },
  'umb-input-section': { Remove: 'Fjern' },
  'umb-input-upload-field-video': { 'Video format not supported': 'Videoformatet kan ikke vises' },
  'umb-invite-user-modal': {
    'Invite User': 'Invitér bruger',
    'Send invite': 'Send invitation',
    Cancel: 'Annullér',
    Name: 'Navn',
    name: 'Navn',
    Email: 'E-mail',
    email: 'E-mail',
    Message: 'Besked',
    message: 'Besked',
    'User group': 'Brugergruppe',
    'Add groups to assign access and permissions': 'Tilføj grupper for at give adgang og rettigheder',
    'Invite new users to give them access to Umbraco. An invite email will be sent to the user with information on how to log in to Umbraco. Invites last for 72 hours.': 'Invitér nye brugere for at give dem adgang. De får en e-mail med, hvordan de logger ind. En invitation gælder i 72 timer.',
  },
  'umb-item-picker-modal': { 'There are no items to select.': 'Der er intet at vælge.' },
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
  'umb-media-caption-alt-text-modal': { 'alt text': 'Billedtekst for blinde', caption: 'Billedtekst' },
  'umb-media-search-result-item': { Trashed: 'I papirkurven' },
  'umb-media-tree-item': { Collection: 'Liste' },
  'umb-property-editor-config': { 'There is no configuration for this property editor.': 'Denne felteditor har ingen indstillinger.' },
  'umb-property-editor-ui-collection-column-configuration': {
    'Enter a label...': 'Skriv en overskrift …',
    'Enter a label template...': 'Skriv en skabelon for teksten …',
    label: 'Overskrift',
    template: 'Skabelon',
  },
  'umb-property-editor-ui-collection-layout-configuration': { 'Enter a label...': 'Skriv et navn …', name: 'Navn', 'pick icon': 'Vælg ikon' },
  'umb-property-editor-ui-collection-order-by': { 'Add a column (above) to order by.': 'Tilføj en kolonne (ovenfor) at sortere efter.', select: 'Vælg' },
  'umb-property-editor-ui-order-direction': { 'Ascending [a-z]': 'Stigende [a-å]', 'Descending [z-a]': 'Faldende [å-a]' },
  'umb-property-editor-ui-value-type': { 'Select a value type': 'Vælg en værditype' },
  'umb-resend-invite-to-user-modal': { 'Resend invite': 'Send invitationen igen', Cancel: 'Annullér', Message: 'Besked', message: 'Besked' },
  'umb-rollback-modal': { 'No versions available': 'Der er ingen tidligere versioner', Rollback: 'Fortryd ændringer', 'No selected version': 'Vælg en version for at se, hvad den ændrer' },
  'umb-rte-block': { 'Invalid content': 'Blokken er udfyldt forkert' },
  'umb-search-header-app': { search: 'Søg' },
  'umb-section-picker-modal': { 'Select sections': 'Vælg sektioner', Close: 'Luk', Submit: 'Vælg' },
  'umb-sortable-list': { Remove: 'Fjern' },
  'umb-tags-input': { 'Enter tag': 'Skriv et nøgleord', 'tag input': 'Nøgleord' },
  'umb-tiptap-table-properties-modal': { 'Table properties': 'Tabellens egenskaber' },
  'umb-tiptap-toolbar-color-picker-button': { 'Open color picker': 'Vælg farve' },
  'umb-user-collection-header': { 'order by': 'Sortér efter', status: 'Status' },
  'umb-user-group-workspace-editor': { icon: 'Ikon' },
  'umb-user-workspace-access': {
    'Based on the assigned groups and start nodes, the user has access to the following nodes': 'Ud fra grupper og startpunkter har brugeren adgang til:',
  },
  'umb-user-workspace-action-save': { save: 'Gem' },
  'umb-user-workspace-client-credentials': { 'Client Credentials': 'Klientoplysninger' },
  'umb-workspace-breadcrumb': { Languages: 'Sprog' },
  'umb-workspace-view-data-type-info': {
    General: 'Generelt',
    'Property Editor Schema Alias': 'Felteditorens skema-alias',
    'Property Editor UI Alias': 'Alias for felteditorens brugerflade',
    'Property Editor Data Source Alias': 'Datakildens alias',
  },
  'umb-workspace-view-dictionary-editor': { translation: 'Oversættelse' },
  'uui-input-lock': { 'Unlock input': 'Lås op', 'Lock input': 'Lås' },
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
