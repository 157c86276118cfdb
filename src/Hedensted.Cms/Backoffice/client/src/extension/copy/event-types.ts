/** The key of the dialogue meeting's document type. */
export const dialogueMeeting = '99ec0a73-9c79-5ff3-afdf-29a8b223fa62';

/** The key of «Ret denne dato»'s document type. */
export const occurrenceOverride = '3fb1e8d7-2383-5806-aebd-6a8bd2bf8dcb';

/** Keys of the document types that make events, as in `uSync/`. */
export const eventTypes: readonly string[] = [
  'f7426712-924e-505a-8930-a204294acdd0', // arrangement
  'ca23c860-b9e7-555a-a6d0-990a0a206272', // serie
  dialogueMeeting,
];
