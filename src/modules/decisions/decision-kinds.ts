/** Kinds of paper that make facts: what they are called on the screen stands in the module's messages. */
export const decisionKinds = [
  'sending',
  'appointment',
  'class',
  'secondment',
  'transfer',
  'reorganisation',
  'retirement',
  'recognition',
  'withdrawal',
  'list',
  'other',
] as const
export type DecisionKind = (typeof decisionKinds)[number]
