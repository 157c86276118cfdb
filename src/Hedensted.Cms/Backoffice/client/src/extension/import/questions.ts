import { css, html, nothing } from '@umbraco-cms/backoffice/external/lit';
import { choiceWord, type Choice, type Question, type State, type Target } from './report.js';

/** What the person has decided. */
export interface Decision {
  choice: Choice;
  target?: string;
  partnerType?: string;
}

const intro: Readonly<Record<Question['kind'], string>> = {
  place: 'Hvilket sted er det?',
  partner: 'Hvilken samarbejdspartner er det?',
  vanished: 'Det kommende arrangement er væk i kilden. Er det aflyst?',
};

const picked = (event: Event): string => (event.currentTarget as HTMLElement).parentElement!.querySelector<HTMLSelectElement>('select[name=target]')!.value;

const options = (targets: readonly Target[]) => targets.map(({ id, name }) => html`<option value=${id}>${name}</option>`);

const button = (label: string, about: string, decide: (event: Event) => void, primary = false) => html`
  <uui-button look=${primary ? 'primary' : 'outline'} label="${label}: ${about}" @click=${decide}>${label}</uui-button>
`;

const naming = (question: Question, state: State, decide: (decision: Decision) => void) => html`
  <div class="choose">
    <label>
      ${question.kind === 'place' ? 'Sted' : 'Samarbejdspartner'}
      <select name="target">
        <option value="">Vælg …</option>
        ${options(question.kind === 'place' ? state.places : state.partners)}
      </select>
    </label>
    ${button(choiceWord.choose, question.label, (event) => decide({ choice: 'choose', target: picked(event) || undefined }), true)}
  </div>
  ${question.kind === 'place'
    ? html`<p class="hint">Mangler stedet, så opret det under «Steder» i træet først.</p>`
    : html`
        <div class="choose">
          <label>
            Type
            <select name="type">
              <option value="">Vælg …</option>
              ${state.partnerTypes.map((type) => html`<option>${type}</option>`)}
            </select>
          </label>
          ${button(choiceWord.create, question.label, (event) =>
            decide({ choice: 'create', partnerType: (event.currentTarget as HTMLElement).parentElement!.querySelector<HTMLSelectElement>('select[name=type]')!.value || undefined }),
          )}
          ${button(choiceWord.ignore, question.label, () => decide({ choice: 'ignore' }))}
        </div>
      `}
`;

const vanished = (question: Question, decide: (decision: Decision) => void) => html`
  <div class="choose">
    ${button(choiceWord.cancel, question.label, () => decide({ choice: 'cancel' }), true)} ${button(choiceWord.keep, question.label, () => decide({ choice: 'keep' }))}
    ${button(choiceWord.release, question.label, () => decide({ choice: 'release' }))}
  </div>
  <p class="hint">Aflys: borgerne ser, at det er aflyst. Behold: det står, som det er. Frigør: det holdes stadig, og alle felter rettes her fra nu af.</p>
`;

/** What waits for a person, each with its choices. */
export const questionList = (state: State, decide: (question: Question, decision: Decision) => void) => html`
  <ul class="questions">
    ${state.questions.map(
      (question) => html`
        <li aria-label="${intro[question.kind]} ${question.label}">
          <p class="asked">${intro[question.kind]} <strong>«${question.label}»</strong></p>
          <p class="hint">${question.detail}</p>
          ${!state.mayDecide
            ? nothing
            : question.kind === 'vanished'
              ? vanished(question, (decision) => decide(question, decision))
              : naming(question, state, (decision) => decide(question, decision))}
        </li>
      `,
    )}
  </ul>
`;

export const questionStyles = css`
  .questions {
    list-style: none;
    margin: 0;
    padding: 0;
    display: grid;
    gap: var(--uui-size-space-5);
  }
  .questions li {
    padding-inline-start: var(--uui-size-space-4);
    border-inline-start: 4px solid #8a5a00;
    overflow-wrap: anywhere;
  }
  .asked {
    margin: 0;
  }
  .hint {
    margin: var(--uui-size-space-1) 0;
    font-size: 0.95em;
    color: #545454;
  }
  .choose {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--uui-size-space-3);
    margin-block: var(--uui-size-space-3);
  }
  label {
    display: grid;
    gap: var(--uui-size-space-1);
    min-inline-size: 0;
  }
  select {
    font: inherit;
    padding: 6px 8px;
    max-inline-size: min(18rem, 100%);
    border: 1px solid var(--uui-color-border-emphasis);
    border-radius: var(--uui-border-radius);
    background: var(--uui-color-surface);
    color: var(--uui-color-text);
  }
  select:focus-visible {
    outline: 3px solid #11756b;
    outline-offset: 2px;
  }
`;
