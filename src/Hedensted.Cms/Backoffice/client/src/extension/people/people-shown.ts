interface Drawn {
  renderRoot: ParentNode;
  localize: { term(key: string): string };
  updated?: (changed: unknown) => void;
}

interface Question {
  headline?: string;
  content?: unknown;
  confirmLabel?: string;
}

interface Asking {
  data?: Question;
  willUpdate?: (changed: unknown) => void;
}

const questions: readonly [RegExp, Question & { headline: string }][] = [
  [/^Slet property$/, { headline: 'Fjern feltet', confirmLabel: 'Fjern' }],
  [/^Disable (.+)$/, { headline: 'Deaktivér $1', content: 'Brugeren er ude med det samme og kan ikke logge ind, før kontoen aktiveres igen.', confirmLabel: 'Deaktivér' }],
  [/^Enable (.+)$/, { headline: 'Aktivér $1', content: 'Brugeren kan logge ind igen.', confirmLabel: 'Aktivér' }],
  [/^Unlock (.+)$/, { headline: 'Lås $1 op', content: 'Brugeren kan prøve at logge ind igen med det samme.', confirmLabel: 'Lås op' }],
  [/^Delete users\?$/, { headline: 'Slet brugerne?', content: 'Kun brugere, der aldrig har logget ind, kan slettes. Deaktivér de andre.', confirmLabel: 'Slet' }],
];

const roots: Readonly<Record<string, string>> = {
  'umb-user-document-start-node': 'Hele indholdstræet',
  'umb-user-media-start-node': 'Hele mediearkivet',
};

/** Elements outside documents are not supported: what would say where one may start among them is not shown. */
const withElements = ['umb-user-workspace-assign-access', 'umb-user-workspace-access', 'umb-user-group-details-workspace-view'];

/** Shows the screens about users in Danish from now on, and without what the server does not have. */
export function showPeople(): void {
  for (const tag of withElements) afterDrawing(tag, hideElements);
  for (const [tag, name] of Object.entries(roots)) afterDrawing(tag, ({ renderRoot }) => renderRoot.querySelector('uui-ref-node[name$=" Root"]')?.setAttribute('name', name));
  afterDrawing('umb-user-workspace-info', completeSentence);
  void customElements.whenDefined('umb-confirm-modal').then(({ prototype }) => translateQuestions(prototype as Asking));
}

function afterDrawing(tag: string, change: (element: Drawn) => void): void {
  void customElements.whenDefined(tag).then((element) => {
    const prototype = element.prototype as Drawn;
    const { updated } = prototype;
    prototype.updated = function (changed) {
      updated?.call(this, changed);
      change(this);
    };
  });
}

function hideElements({ renderRoot, localize }: Drawn): void {
  const labels = [localize.term('user_selectElementStartNode'), localize.term('general_elements')];
  for (const layout of renderRoot.querySelectorAll<HTMLElement & { label?: string }>('umb-property-layout')) {
    if (labels.includes(layout.label ?? layout.getAttribute('label') ?? '')) layout.style.display = 'none';
  }
}

// The user's name stands before it.
function completeSentence({ renderRoot }: Drawn): void {
  const nodes = document.createTreeWalker(renderRoot, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) {
    const text = nodes.currentNode.nodeValue ?? '';
    if (text.includes(' Kodeordet er ikke blevet ændret')) nodes.currentNode.nodeValue = text.replace('Kodeordet er ikke blevet ændret', 'har ikke ændret sit kodeord');
  }
}

function translateQuestions(prototype: Asking): void {
  const { willUpdate } = prototype;
  prototype.willUpdate = function (changed) {
    const { headline } = this.data ?? {};
    const found = questions.find(([pattern]) => pattern.test(headline ?? ''));
    if (found) this.data = { ...this.data, ...found[1], headline: headline!.replace(found[0], found[1].headline) };
    willUpdate?.call(this, changed);
  };
}
