import { UMB_DOCUMENT_WORKSPACE_CONTEXT } from '@umbraco-cms/backoffice/document';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';

const settle = 600; // milliseconds without a key before the server is asked

/** A line in the foot of a document that depends on what stands in the form, saved or not: the server is asked when nobody has typed for a moment. */
export abstract class FormQuestionElement<Answer> extends UmbLitElement {
  static override properties = { _answer: { state: true } };

  declare _answer: Answer | undefined;

  protected document?: string | null;
  protected type?: string;
  protected readonly values = new Map<string, unknown>();

  #timer?: ReturnType<typeof setTimeout>;
  #asking = 0;

  constructor(asked: readonly string[]) {
    super();
    this.consumeContext(UMB_DOCUMENT_WORKSPACE_CONTEXT, async (workspace) => {
      this.observe(workspace?.unique, (unique) => this.#learn(() => (this.document = unique)), 'unique');
      this.observe(workspace?.contentTypeUnique, (type) => this.#learn(() => (this.type = type)), 'type');
      for (const alias of asked) {
        this.observe(await workspace?.propertyValueByAlias(alias), (value) => this.#learn(() => this.values.set(alias, value)), alias);
      }
    });
  }

  override disconnectedCallback(): void {
    clearTimeout(this.#timer);
    super.disconnectedCallback();
  }

  /** Asks; nothing when there is nothing to ask about. */
  protected abstract read(): Promise<Answer | undefined> | undefined;

  /** What stands in the form, by alias; empty fields are left out. */
  protected get filled(): Record<string, unknown> {
    return Object.fromEntries([...this.values].filter(([, value]) => value !== undefined && value !== null));
  }

  #learn(what: () => void): void {
    what();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#read(), settle);
  }

  async #read(): Promise<void> {
    const asking = ++this.#asking;
    const answer = await this.read();
    if (asking === this.#asking) this._answer = answer;
  }
}
