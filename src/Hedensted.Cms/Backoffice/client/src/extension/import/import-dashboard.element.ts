import { css, html, nothing } from '@umbraco-cms/backoffice/external/lit';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';
import { ask } from '../own-api.js';
import { dashboardStyles } from '../shared-styles.js';
import { questionList, questionStyles, type Decision } from './questions.js';
import { reportList, reportListStyles } from './report-list.js';
import { chosenWord, sentence, type Deleted, type Question, type Report, type Run, type State } from './report.js';

const moment = new Intl.DateTimeFormat('da-DK', { timeZone: 'Europe/Copenhagen', weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

/** «Import»: what is fetched from the library's site, what the next fetching will do, and what a person must decide. */
export default class ImportDashboardElement extends UmbLitElement {
  static override properties = {
    _state: { state: true },
    _plan: { state: true },
    _busy: { state: true },
    _told: { state: true },
    _accept: { state: true },
    _failed: { state: true },
  };

  declare _state: State | undefined;
  declare _plan: Report | undefined;
  declare _busy: '' | 'plan' | 'run';
  declare _told: string;
  declare _accept: boolean;
  declare _failed: boolean;

  constructor() {
    super();
    this._busy = '';
    this._told = '';
    this._accept = false;
    this._failed = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  async #read(): Promise<void> {
    const state = await ask<State>(this, 'get', 'import');
    this._failed = !state;
    this._state = state ?? this._state;
  }

  async #preview(): Promise<void> {
    this._busy = 'plan';
    this._plan = await ask<Report>(this, 'get', 'import/plan', { query: { acceptVanished: this._accept } });
    this._busy = '';
    this._told = this._plan ? `Næste hentning: ${sentence(this._plan)}` : '';
  }

  async #run(): Promise<void> {
    this._busy = 'run';
    const report = await ask<Report>(this, 'post', 'import/run', { body: { acceptVanished: this._accept } });
    this._busy = '';
    this._plan = undefined;
    this._accept = false;
    this._told = report ? sentence(report) : '';
    await this.#read();
  }

  async #decide(question: Question, decision: Decision): Promise<void> {
    const before = this._state?.questions.length;
    await ask(this, 'put', `import/question/${question.id}`, { body: decision });
    await this.#read();
    if (this._state?.questions.length === before) return; // why is told already
    this._told = question.kind === 'vanished' ? `«${question.label}» ${chosenWord[decision.choice]}.` : `Valget for «${question.label}» er gemt og bruges fra næste hentning.`;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#queue')?.focus();
  }

  async #again({ id, title }: Deleted): Promise<void> {
    this._busy = 'run';
    const report = await ask<Report>(this, 'post', `import/again/${encodeURIComponent(id)}`);
    this._busy = '';
    await this.#read();
    if (this._state?.deleted.some((one) => one.id === id)) return; // why is told already
    this._told = report ? `«${title}»: ${sentence(report)}` : `«${title}» kommer med ved næste hentning.`;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#queue')?.focus();
  }

  override render() {
    if (!this._state) {
      return html`<p role="status">${this._failed ? 'Importen kunne ikke vises. Genindlæs siden.' : 'Henter …'}</p>`;
    }

    const { sourceName, everyMinutes, mayDecide } = this._state;
    return html`
      <h1>Import</h1>
      ${sourceName
        ? html`
            <p>
              Arrangementer fra <strong>${sourceName}</strong> hentes af sig selv ${everyMinutes === 1 ? 'hvert minut' : `hvert ${everyMinutes}. minut`}. De rettes på ${sourceName}; fokusområder, partnere og form
              tilføjes her.
            </p>
            ${mayDecide ? this.#buttons() : nothing}
          `
        : html`<p class="message">Der er ikke valgt en kilde. Bed den, der driver serveren, om at sætte <code>Hedensted__Import__Dpl__Url</code> til adressen på bibliotekets side.</p>`}
      <p role="status" class="told">${this._busy ? 'Spørger kilden …' : this._told}</p>
      ${this._plan?.entries.length && !this._busy ? this.#planned(this._plan) : nothing}
      <div class="columns">
        <section aria-labelledby="queue">
          <h2 id="queue" tabindex="-1">Venter på dig${this._state.questions.length ? ` (${this._state.questions.length})` : ''}</h2>
          ${this._state.questions.length ? questionList(this._state, (question, decision) => void this.#decide(question, decision)) : html`<p>Alt er på plads. Ukendte steder og partnere – og arrangementer, der forsvinder i kilden – dukker op her.</p>`}
          ${this.#decisions(this._state.decisions)} ${this.#deleted(this._state.deleted, mayDecide)}
        </section>
        <section aria-labelledby="runs">
          <h2 id="runs">Seneste hentninger</h2>
          ${this._state.runs.length ? html`${this._state.runs.map((run, at) => this.#ran(run, at === 0))}` : html`<p>Der er ikke hentet noget endnu.</p>`}
        </section>
      </div>
    `;
  }

  #buttons() {
    return html`
      <div class="buttons">
        <uui-button look="primary" label="Hent nu" ?disabled=${this._busy !== ''} @click=${() => this.#run()}></uui-button>
        <uui-button look="outline" label="Se, hvad næste hentning gør" ?disabled=${this._busy !== ''} @click=${() => this.#preview()}></uui-button>
        ${(this._plan ?? this._state!.runs[0]?.report)?.mayBeAccepted
          ? html`
              <label>
                <input type="checkbox" .checked=${this._accept} @change=${(event: Event) => (this._accept = (event.target as HTMLInputElement).checked)} />
                Jeg har set efter: det, der mangler i kilden, er væk med vilje
              </label>
            `
          : nothing}
      </div>
    `;
  }

  #planned(plan: Report) {
    return html`
      <section class="plan" aria-labelledby="plan">
        <h2 id="plan">Næste hentning</h2>
        ${reportList(plan)}
      </section>
    `;
  }

  #ran({ at, by, report }: Run, isNewest: boolean) {
    const when = `${moment.format(new Date(at))}${by ? ` · ${by}` : ''}`;
    return report.entries.length === 0
      ? html`<p class="run"><strong>${when}</strong> <span class=${report.problem ? 'problem' : ''}>${sentence(report)}</span></p>`
      : html`
          <details class="run" ?open=${isNewest}>
            <summary><strong>${when}</strong> ${sentence(report)}</summary>
            ${reportList(report)}
          </details>
        `;
  }

  #decisions(decisions: readonly Question[]) {
    return decisions.length === 0
      ? nothing
      : html`
          <details class="run">
            <summary>Det er valgt før (${decisions.length})</summary>
            <ul class="decided">
              ${decisions.map(
                ({ label, choice, target, by }) => html`<li>«${label}» ${choice ? chosenWord[choice] : ''} ${target ? html`<strong>${target.name}</strong>` : nothing}${by ? ` (${by})` : ''}</li>`,
              )}
            </ul>
          </details>
        `;
  }

  #deleted(deleted: readonly Deleted[], mayDecide: boolean) {
    return deleted.length === 0
      ? nothing
      : html`
          <details class="run">
            <summary>Slettet her (${deleted.length})</summary>
            <p>De hentes ikke af sig selv igen.</p>
            <ul class="decided">
              ${deleted.map(
                (one) => html`<li>
                  «${one.title}» ${one.when}
                  ${mayDecide ? html`<uui-button look="outline" label=${`Hent igen: ${one.title}`} ?disabled=${this._busy !== ''} @click=${() => this.#again(one)}>Hent igen</uui-button>` : nothing}
                </li>`,
              )}
            </ul>
          </details>
        `;
  }

  static override styles = [
    dashboardStyles,
    reportListStyles,
    questionStyles,
    css`
      .buttons {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--uui-size-space-3) var(--uui-size-space-4);
      }
      .buttons label {
        display: flex;
        gap: var(--uui-size-space-2);
      }
      section,
      .message {
        flex: 1 1 20rem;
      }
      .plan {
        margin-block-end: var(--uui-size-layout-1);
      }
      .run {
        margin: 0 0 var(--uui-size-space-4);
        overflow-wrap: anywhere;
      }
      .run > summary {
        inline-size: auto;
      }
      .decided {
        padding-inline-start: var(--uui-size-space-5);
      }
      .source {
        font-weight: 400;
      }
    `,
  ];
}

customElements.define('hedensted-import-dashboard', ImportDashboardElement);
